package dev.onboard.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

import static org.assertj.core.api.Assertions.assertThat;

/** Debian's Chromium without a window, which reaches no other host than this one. */
public final class Browser implements AutoCloseable {

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private static final Duration LONGEST_SCRIPT = Duration.ofMinutes(3);

	private final ChromeDriver driver;

	private final Supplier<String> address;

	private final String token;

	/**
	 * Nothing is open yet.
	 * @param address of the pages, without a slash at the end
	 * @param token to sign in with
	 */
	public Browser(Supplier<String> address, String token) {
		this.address = address;
		this.token = token;
		ChromeOptions options = new ChromeOptions();
		options.setBinary("/usr/bin/chromium");
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
				"--hide-scrollbars", "--lang=en", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost");
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.WARNING);
		options.setCapability("goog:loggingPrefs", logs);
		this.driver = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
					.build(),
				options);
		this.driver.manage().timeouts().pageLoadTimeout(LONGEST).scriptTimeout(LONGEST_SCRIPT);
	}

	/** Dark or light, and how wide the window is in pixels. */
	public Browser looking(String scheme, int width) {
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
		return sized(width, 900);
	}

	private Browser sized(int width, long height) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		return this;
	}

	public Browser open(String path) {
		return openAt(this.address.get(), path);
	}

	/**
	 * Signs in first, if nobody has.
	 * @param address without a slash at the end
	 */
	public Browser openAt(String address, String path) {
		this.driver.get(address + path);
		if (path().startsWith("/sign-in?")) {
			type("#token", this.token);
			click(".button--main");
			this.driver.get(address + path);
		}
		return this;
	}

	/** One more page, in front of the others, which nobody sees from now on. */
	public Browser openInNewTab(String path) {
		this.driver.switchTo().newWindow(WindowType.TAB);
		return inFront().open(path);
	}

	/** Of those that are open, counted from 0. */
	public Browser lookAtTab(int number) {
		this.driver.switchTo().window(List.copyOf(this.driver.getWindowHandles()).get(number));
		return inFront();
	}

	private Browser inFront() {
		this.driver.executeCdpCommand("Page.bringToFront", Map.of());
		return this;
	}

	/** All but the first. */
	public void closeTabs() {
		List<String> tabs = List.copyOf(this.driver.getWindowHandles());
		for (String tab : tabs.subList(1, tabs.size())) {
			this.driver.switchTo().window(tab).close();
		}
		this.driver.switchTo().window(tabs.get(0));
		inFront();
	}

	/** As after twelve hours. */
	public void forgetSession() {
		this.driver.manage().deleteAllCookies();
	}

	/** The path of the page that is open. */
	public String path() {
		return String.valueOf(this.driver.getCurrentUrl()).replaceFirst("^http://[^/]*", "");
	}

	public void awaitPath(String start) {
		onceItIsThere().withMessage(this::path).until((driver) -> path().startsWith(start));
	}

	public String text() {
		return find("main").getText();
	}

	public WebElement find(String selector) {
		return this.driver.findElement(By.cssSelector(selector));
	}

	/** Replaces what a field holds. */
	public void type(String selector, String text) {
		onceItIsThere().until((driver) -> {
			WebElement field = find(selector);
			field.clear();
			field.sendKeys(text);
			return true;
		});
	}

	public void click(String selector) {
		onceItIsThere().until((driver) -> {
			find(selector).click();
			return true;
		});
	}

	/**
	 * Clicks a link to a file.
	 * @param folder that the file comes into, empty before
	 */
	public Path download(String selector, Path folder) {
		this.driver.executeCdpCommand("Browser.setDownloadBehavior",
				Map.of("behavior", "allow", "downloadPath", folder.toString()));
		click(selector);
		return onceItIsThere().until((driver) -> complete(folder));
	}

	/** Chromium writes to a file of another name until it has all of it. */
	private static @Nullable Path complete(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".csv")).findFirst().orElse(null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The page may be replacing it just now. */
	private WebDriverWait onceItIsThere() {
		WebDriverWait wait = new WebDriverWait(this.driver, LONGEST);
		// The driver has several names for what is not there any more.
		wait.ignoring(WebDriverException.class);
		return wait;
	}

	/** What the page does, as its own script would. */
	public Object run(String script) {
		return Objects.requireNonNullElse(this.driver.executeScript(script), "");
	}

	/** Waits until the page has this text somewhere. */
	public void awaitText(String text) {
		onceItIsThere().withMessage(() -> "»" + text + "« in " + text()).until((driver) -> text().contains(text));
	}

	/** Waits until this part of the page has this text somewhere. */
	public void awaitText(String selector, String text) {
		onceItIsThere().until((driver) -> find(selector).getText().contains(text));
	}

	/** Waits until this part of the page has this text no more. */
	public void awaitNoText(String selector, String text) {
		onceItIsThere().until((driver) -> !find(selector).getText().contains(text));
	}

	/** Waits until a list has so many rows. */
	public void awaitRows(int rows) {
		onceItIsThere().until((driver) -> driver.findElements(By.cssSelector("tbody tr")).size() == rows);
	}

	/** Whether it is a page that is told what changes. */
	public boolean isLive() {
		return !this.driver.findElements(By.id("live")).isEmpty();
	}

	public void awaitLive() {
		onceItIsThere().until((driver) -> find("#live").getText().equals("Live"));
	}

	public void awaitNotLive() {
		onceItIsThere().until((driver) -> find("#live").getText().equals("Not live, trying again"));
	}

	/**
	 * What is wrong for those who use it in another way; empty is good. To find out keeps
	 * the page busy for seconds, so it is as in the background from then on: what it has
	 * asked for would not come in time. Needs axe-core, which the Content-Security-Policy
	 * does not keep away: it is no part of the page.
	 */
	public List<String> violations() {
		if (isLive()) {
			awaitLive();
			run("Object.defineProperty(document, 'hidden', { value: true, configurable: true });"
					+ " document.dispatchEvent(new Event('visibilitychange'))");
		}
		this.driver.executeScript(resource("/axe.min.js"));
		Object found = this.driver.executeAsyncScript("""
				const done = arguments[arguments.length - 1];
				axe.run().then(result => done(result.violations.map(violation => violation.id + ': '
				  + violation.nodes.map(node => node.html + ' ' + node.failureSummary).join('; '))), done);
				""");
		return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
	}

	/** Whether it has to be scrolled to the side. */
	public boolean isTooWide() {
		return Boolean.TRUE
			.equals(run("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
	}

	/** Nothing was refused, missing or broken since this was last asked. */
	public void assertNothingWentWrong() {
		assertThat(this.driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
	}

	public void forgetWhatWentWrong() {
		this.driver.manage().logs().get(LogType.BROWSER);
	}

	/** The whole page, as high as it is. */
	public void photograph(int width, Path file) {
		sized(width, ((Number) run("return document.documentElement.scrollHeight")).longValue());
		Map<String, Object> taken = this.driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
		try {
			Files.createDirectories(file.getParent());
			Files.write(file, Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String resource(String path) {
		try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream(path), path)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
