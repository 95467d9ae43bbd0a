package dev.holdfast.lockdep;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Hands reports to whoever wants them, to each consumer each pair of classes and kind once. */
final class Reporter {
  private volatile Audience audience;

  Reporter(Consumer<? super Report> consumer) {
    onReport(consumer);
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

  void onReport(Consumer<? super Report> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    audience = new Audience(consumer, ConcurrentHashMap.newKeySet());
  }

  /**
   * Delivers a report unless the consumer was told the like of it before. Whatever the consumer
   * throws passes through.
   *
   * @param list the list of the thread that delivers
   */
  void deliver(HeldList list, Report report) {
    Audience current = audience;
    if (list.isReporting() || !current.told().add(Key.of(report))) {
      return;
    }
    list.setReporting(true);
    try {
      current.consumer().accept(report);
    } finally {
      list.setReporting(false);
    }
  }

  /** A consumer, and what it was told. */
  private record Audience(Consumer<? super Report> consumer, Set<Key> told) {}

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
