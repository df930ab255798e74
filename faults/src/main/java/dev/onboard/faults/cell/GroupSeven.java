package dev.onboard.faults.cell;

import java.util.List;

import dev.onboard.events.TargetSystem;
import dev.onboard.faults.Cell;
import dev.onboard.faults.world.Setting;
import dev.onboard.faults.world.Slack;

/** The broker runs, but it does not take, does not keep, or does not pass on. */
public final class GroupSeven {

	private GroupSeven() {
	}

	public static List<Cell> cells() {
		return List.of(new Alarm("7-memory-alarm", "set_vm_memory_high_watermark", "0", "0.4"),
				new Alarm("7-disk-alarm", "set_disk_free_limit", "100000GB", "512MB"), new FullQueue("7-full-queue"),
				new CutBinding("7-cut-binding-mail", "mail.create", TargetSystem.MAIL,
						Setting.announcingBy(Slack.CARD)),
				new CutBinding("7-cut-binding-slack", "web.slack", TargetSystem.SLACK, Setting.withWatchdog()),
				new LostVolume("7-lost-volume"));
	}

}
