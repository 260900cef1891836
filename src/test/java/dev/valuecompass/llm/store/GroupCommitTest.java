package dev.valuecompass.llm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.valuecompass.io.DataException;
import dev.valuecompass.io.EndsTheRun;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody waits for ever, and no row is lost without a word, whatever goes wrong in the thread that writes. */
@Timeout(60)
class GroupCommitTest {
    @TempDir
    Path folder;

    private StoreLock lock;
    private Path file;

    @BeforeEach
    void aStore() throws SQLException {
        file = folder.resolve("run.sqlite");
        lock = StoreLock.take(file);
        try (Connection connection = StoreSchema.connect(file)) {
            StoreSchema.prepare(connection);
        }
    }

    @AfterEach
    void isLeft() {
        lock.close();
    }

    private GroupCommit over(Connection connection) throws SQLException {
        GroupCommit writes = new GroupCommit(file, connection, new SealKeeper(lock, Seal.fresh(0)));
        writes.start();
        return writes;
    }

    private GroupCommit healthy() throws SQLException {
        return over(StoreSchema.connect(file));
    }

    /** A connection of which one method fails as no database does. */
    private Connection failing(String method) throws SQLException {
        Connection real = StoreSchema.connect(file);
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        throw new IllegalStateException("broken " + method);
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static GroupCommit.Write fact(String name) {
        return connection ->
                connection.createStatement().executeUpdate("insert into experiment values ('" + name + "', 'x')");
    }

    private String facts() throws SQLException {
        try (Connection connection = StoreSchema.connect(file);
                var row = connection
                        .createStatement()
                        .executeQuery("select coalesce(group_concat(name), '') from"
                                + " (select name from experiment order by name)")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMistakeInAWriteThatNobodyAwaitsIsToldToTheNextAndAtTheEnd(boolean error) throws Exception {
        GroupCommit writes = healthy();
        CompletableFuture<Void> lost = writes.submit(connection -> {
            if (error) {
                throw new StackOverflowError("deep");
            }
            throw new IllegalStateException("mistaken");
        });
        assertThatThrownBy(lost::join).hasCauseInstanceOf(StoreFailure.class);
        assertThatThrownBy(writes::refuseIfFailed).isInstanceOf(EndsTheRun.class);
        assertThatThrownBy(() -> writes.submit(fact("after"))).isInstanceOf(EndsTheRun.class);
        assertThatThrownBy(writes::close).isInstanceOf(EndsTheRun.class);
        assertThat(facts()).isEmpty();
    }

    @Test
    void whoWaitsWhenATransactionCannotEvenBeTakenBackIsTold() throws Exception {
        CountDownLatch queued = new CountDownLatch(1);
        GroupCommit writes = over(failing("rollback"));
        CompletableFuture<Void> first = writes.submit(connection -> {
            await(queued);
            throw new SQLException("cannot be written");
        });
        CompletableFuture<Void> second = writes.submit(fact("second"));
        queued.countDown();
        assertThatThrownBy(first::join).hasCauseInstanceOf(StoreFailure.class);
        assertThatThrownBy(second::join).cause().isInstanceOf(EndsTheRun.class);
        assertThatThrownBy(() -> writes.submit(fact("after"))).isInstanceOf(EndsTheRun.class);
        assertThatThrownBy(writes::close).isInstanceOf(EndsTheRun.class);
    }

    /** Between two transactions, when the log is written over. */
    @Test
    void nothingIsTakenOnByAThreadThatDied() throws Exception {
        GroupCommit writes = over(failing("createStatement"));
        assertThatThrownBy(() -> {
                    while (true) {
                        writes.commit(connection -> {});
                    }
                })
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("broken createStatement");
        assertThatThrownBy(writes::close).isInstanceOf(EndsTheRun.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aWriteThatRefusesWhatItFindsTakesNoOtherWithIt() throws Exception {
        CountDownLatch queued = new CountDownLatch(1);
        GroupCommit writes = healthy();
        writes.submit(connection -> await(queued));
        writes.submit(fact("before"));
        CompletableFuture<Void> refused = writes.submit(connection -> {
            fact("refused").into(connection);
            throw new DataException("here", 0, "wrong", "mend it");
        });
        CompletableFuture<Void> after = writes.submit(fact("after"));
        queued.countDown();
        assertThatThrownBy(refused::join).hasCauseInstanceOf(DataException.class);
        after.join();
        writes.refuseIfFailed();
        writes.close();
        assertThat(facts()).isEqualTo("after,before");
    }
}
