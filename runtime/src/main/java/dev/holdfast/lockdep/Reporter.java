package dev.holdfast.lockdep;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Hands reports to whoever wants them, each pair of classes and kind once. */
final class Reporter {
  private final Set<Key> delivered = ConcurrentHashMap.newKeySet();
  private volatile Consumer<? super Report> consumer;

  Reporter(Consumer<? super Report> consumer) {
    this.consumer = consumer;
  }

  /** The default consumer: throws if the configuration says so, else logs. */
  static Consumer<Report> byDefault(Config config) {
    if (config.fail()) {
      return report -> {
        throw new LockDepException(report);
      };
    }
    Logger logger = System.getLogger(Reporter.class.getPackageName());
    return report -> logger.log(Level.ERROR, report.message());
  }

  void onReport(Consumer<? super Report> next) {
    consumer = Objects.requireNonNull(next, "consumer");
  }

  /**
   * Delivers a report unless the like of it was delivered before. Whatever the consumer throws
   * passes through.
   *
   * @param list the list of the thread that delivers
   */
  void deliver(HeldList list, Report report) {
    if (list.isReporting() || !delivered.add(Key.of(report))) {
      return;
    }
    list.setReporting(true);
    try {
      consumer.accept(report);
    } finally {
      list.setReporting(false);
    }
  }

  /** What two reports share if one of them is enough; the pair has no order. */
  private record Key(Report.Kind kind, LockClass first, LockClass second) {
    static Key of(Report report) {
      LockClass a = report.held();
      LockClass b = report.wanted();
      return a.toString().compareTo(b.toString()) <= 0
          ? new Key(report.kind(), a, b)
          : new Key(report.kind(), b, a);
    }
  }
}
