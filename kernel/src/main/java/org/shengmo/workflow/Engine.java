package org.shengmo.workflow;

import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Flowable, built when it is first needed: whoever only reads charts never waits for it. It works in the caller's
 * transaction, on tables that Flyway made, takes the time from the injected clock and runs nothing by itself: no timers,
 * no jobs, no scripts, no beans to call.
 */
@Component
class Engine implements DisposableBean {

    private static final int CHARTS_IN_MEMORY = 200;

    private final DataSource database;
    private final Clock clock;
    private ProcessEngine engine;

    Engine(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    synchronized ProcessEngine get() {
        if (engine == null) {
            engine = build();
        }
        return engine;
    }

    private ProcessEngine build() {
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setEngineName("shengmo-" + UUID.randomUUID());
        settings.setDataSource(new TransactionAwareDataSourceProxy(database));
        settings.setTransactionsExternallyManaged(true);
        settings.setDatabaseSchemaUpdate("false");
        settings.setDatabaseTablePrefix("workflow.");
        settings.setTablePrefixIsSchema(true);
        settings.setDatabaseSchema("workflow");
        settings.setHistoryLevel(HistoryLevel.NONE);
        settings.setAsyncExecutorActivate(false);
        settings.setDisableIdmEngine(true);
        settings.setDisableEventRegistry(true);
        settings.setEnableEventDispatcher(false);
        settings.setCreateDiagramOnDeploy(false);
        settings.setEnableSafeBpmnXml(true);
        settings.setProcessDefinitionCacheLimit(CHARTS_IN_MEMORY);
        settings.setBeans(Map.of());
        settings.setIdGenerator(() -> UUID.randomUUID().toString());
        settings.setClock(new EngineClock(clock));
        return settings.buildProcessEngine();
    }

    @Override
    public synchronized void destroy() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    /** The injected clock as the engine asks it. It can't be set: time comes from outside. */
    private record EngineClock(Clock clock) implements org.flowable.common.engine.impl.runtime.Clock {

        @Override
        public Date getCurrentTime() {
            return Date.from(clock.instant());
        }

        @Override
        public Calendar getCurrentCalendar() {
            return getCurrentCalendar(getCurrentTimeZone());
        }

        @Override
        public Calendar getCurrentCalendar(TimeZone zone) {
            Calendar calendar = new GregorianCalendar(zone);
            calendar.setTime(getCurrentTime());
            return calendar;
        }

        @Override
        public TimeZone getCurrentTimeZone() {
            return TimeZone.getTimeZone(clock.getZone());
        }

        @Override
        public void setCurrentTime(Date time) {
            throw new UnsupportedOperationException("the time is the injected clock's");
        }

        @Override
        public void setCurrentCalendar(Calendar time) {
            throw new UnsupportedOperationException("the time is the injected clock's");
        }

        @Override
        public void reset() {
            // nothing was set
        }
    }
}
