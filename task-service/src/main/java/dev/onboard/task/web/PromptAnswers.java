package dev.onboard.task.web;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever asks for a change gets an answer within two seconds, if only that it is to be
 * asked for again, unless they upload a file: what a request still has of them is the
 * longest that its transaction waits for the database, which may be there and say
 * nothing. Others wait longer.
 */
@Component
@Order(PromptAnswers.BEFORE_ANYBODY_IS_ASKED_WHO_THEY_ARE)
class PromptAnswers extends OncePerRequestFilter implements TransactionExecutionListener {

	/** That asks the database, too; the time of a request begins before. */
	static final int BEFORE_ANYBODY_IS_ASKED_WHO_THEY_ARE = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10;

	private static final Logger log = LoggerFactory.getLogger(PromptAnswers.class);

	/** The rest is for all that is not the database. */
	private static final Duration LONGEST = Duration.ofMillis(1500);

	/** Zero would be without limit. */
	private static final int LEAST_MILLIS = 50;

	private static final ThreadLocal<@Nullable Long> START = new ThreadLocal<>();

	/** The web server asks for filters before there is a database. */
	private final ObjectProvider<DataSource> dataSource;

	PromptAnswers(ObjectProvider<DataSource> dataSource) {
		this.dataSource = dataSource;
	}

	/** A file takes as long as it takes. */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return "POST".equals(request.getMethod()) && request.getRequestURI().endsWith("/imports");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		START.set(System.nanoTime());
		try {
			chain.doFilter(request, response);
		}
		finally {
			START.remove();
		}
	}

	/** The pool takes the limit away again when the connection comes back. */
	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
		Long start = START.get();
		if (start == null || failure != null) {
			return;
		}
		DataSource pool = this.dataSource.getObject();
		Connection connection = DataSourceUtils.getConnection(pool);
		try {
			Duration left = LONGEST.minusNanos(System.nanoTime() - start);
			connection.setNetworkTimeout(Runnable::run, Math.max(LEAST_MILLIS, (int) left.toMillis()));
		}
		catch (SQLException ex) {
			// Nobody would end the transaction if this failed; its first statement will
			// say so.
			log.debug("The connection takes no limit", ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, pool);
		}
	}

}
