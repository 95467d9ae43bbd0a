package dev.holdfast.lockdep;

import dev.holdfast.lockdep.LockGraph.Edge;
import dev.holdfast.lockdep.Report.Kind;
import dev.holdfast.lockdep.Report.Step;
import dev.holdfast.lockdep.Tracking.Holder;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Follows what threads hold and in which order they take it, and reports what cannot end well.
 *
 * <p>Chains of classes that were checked once are remembered and not checked again. One validator
 * serves the virtual machine; tests make their own.
 *
 * <p>Not final, so that tests can plant defects.
 */
class Validator {
  /** How many frames are kept of a place where a rule of order was learnt. */
  private static final int RULE_FRAMES = 8;

  private final Threads threads;
  private final LockGraph graph;
  private final Set<Long> knownChains = ConcurrentHashMap.newKeySet();
  private final Reporter reporter;

  Validator(Consumer<? super Report> consumer) {
    this(consumer, ThreadEndWatcher::start, new LockGraph());
  }

  /**
   * @param startWatcher run once, when there is a first thread to watch
   */
  Validator(
      Consumer<? super Report> consumer,
      Consumer<? super Validator> startWatcher,
      LockGraph graph) {
    this.graph = graph;
    this.reporter = new Reporter(consumer);
    this.threads = new Threads(() -> startWatcher.accept(this));
  }

  void onReport(Consumer<? super Report> consumer) {
    reporter.onReport(consumer);
  }

  void acquiring(Object lock, LockClass cls, Mode mode) {
    check(lock, cls, mode, null);
  }

  void acquired(Object lock, LockClass cls, Mode mode, boolean tried) {
    threads.current().add(lock, cls, mode, tried);
  }

  boolean released(Object lock, Mode mode) {
    HeldList list = threads.current();
    if (list.remove(lock, mode)) {
      return true;
    }
    reportBadRelease(list, lock, mode);
    return false;
  }

  boolean releasedByAnyThread(Object lock, Mode mode) {
    HeldList mine = threads.current();
    if (mine.remove(lock, mode)) {
      return true;
    }
    for (HeldList list : threads.all()) {
      if (list.remove(lock, mode)) {
        return true;
      }
    }
    reportBadRelease(mine, lock, mode);
    return false;
  }

  boolean downgraded(Object lock) {
    HeldList list = threads.current();
    if (list.downgrade(lock)) {
      return true;
    }
    Hold hold = list.hold(lock);
    LockClass cls = hold != null ? hold.lockClass() : classOf(lock);
    report(list, Kind.BAD_DOWNGRADE, cls, hold == null ? null : hold.place(), "");
    return false;
  }

  void acquiringNested(Object outer, Object inner, LockClass innerCls) {
    HeldList list = threads.current();
    if (!list.isHeld(outer, Mode.EXCLUSIVE)) {
      report(list, Kind.NEST_LOCK_NOT_HELD, innerCls, null, "");
    } else if (!list.isNested(outer, inner)) {
      check(inner, list.atLevelOf(outer, innerCls), Mode.EXCLUSIVE, outer);
    }
  }

  void nested(Object outer, Object inner, LockClass innerCls) {
    HeldList list = threads.current();
    if (!list.nest(outer, inner, list.atLevelOf(outer, innerCls))) {
      /* Reported when it was waited for; it is held all the same. */
      list.add(inner, innerCls, Mode.EXCLUSIVE, false);
    }
  }

  boolean unnested(Object outer, Object inner) {
    return threads.current().unnest(outer, inner);
  }

  void endNested(Object outer) {
    threads.current().endNested(outer);
  }

  Held isHeld(Object lock, Mode mode) {
    return Held.of(threads.current().isHeld(lock, mode));
  }

  Hold hold(Object lock) {
    return threads.current().hold(lock);
  }

  List<Hold> held() {
    return List.copyOf(threads.current().holds());
  }

  List<Holder> holders(Object lock) {
    List<Holder> holders = new ArrayList<>();
    for (HeldList list : threads.all()) {
      Hold hold = list.hold(lock);
      if (hold != null) {
        holders.add(new Holder(list.threadName(), hold));
      }
    }
    return holders;
  }

  void recycled(Object lock) {
    HeldList mine = threads.current();
    mine.unnestAnywhere(lock);
    for (HeldList list : threads.all()) {
      Hold hold = list.evict(lock);
      if (hold != null) {
        String detail = "recycled by \"" + mine.threadName() + "\"";
        report(mine, list, Kind.RECYCLED_WHILE_HELD, hold.lockClass(), hold.place(), detail);
      }
    }
  }

  /** Reports a lock that a task of this thread has left held. */
  void taskEnded(Hold hold) {
    report(threads.current(), Kind.TASK_ENDED, hold.lockClass(), hold.place(), "");
  }

  /**
   * Begins a wait that gives up a lock: checks the order of taking it back, then takes it off the
   * record.
   */
  Entry suspend(Object lock) {
    HeldList list = threads.current();
    Entry entry = list.suspend(lock);
    if (entry != null) {
      try {
        check(lock, entry.lockClass(), entry.mode(), null);
      } catch (Throwable e) {
        list.restore(entry);
        throw e;
      }
    }
    return entry;
  }

  /** Ends a wait: what {@link #suspend} took off the record is held again. */
  void resume(Entry entry) {
    if (entry != null) {
      threads.current().restore(entry);
    }
  }

  /** Reports the threads that have ended with locks held since the last sweep. */
  void sweep() {
    for (HeldList list : threads.sweep()) {
      for (Hold hold : list.holds()) {
        try {
          report(threads.current(), list, Kind.THREAD_ENDED, hold.lockClass(), hold.place(), "");
        } catch (Throwable e) {
          /* Nobody waits for this thread's result, so the log is the only place left. */
          System.getLogger(Validator.class.getPackageName())
              .log(Level.ERROR, "the consumer of reports failed", e);
        }
      }
    }
  }

  private void check(Object lock, LockClass cls, Mode mode, Object nestLock) {
    HeldList list = threads.current();
    if (list.isEmpty() || list.isReporting()) {
      return;
    }
    Hold same = list.hold(lock);
    if (same != null) {
      if (same.mode().blocks(mode)) {
        reportOrder(list, Kind.RECURSION, same, cls, mode);
      }
      return;
    }
    long chain = list.chain(cls, mode, nestLock);
    if (!knownChains.contains(chain)) {
      checkChain(list, cls, mode, nestLock);
      knownChains.add(chain);
    }
  }

  private void checkChain(HeldList list, LockClass cls, Mode mode, Object nestLock) {
    boolean serialised = false;
    for (Hold source : list.sources()) {
      serialised |= source.lock() == nestLock;
      /* Locks nested in different outer ones are ordered by these. */
      boolean ordered = serialised || (nestLock != null && source.outer() != null);
      if (!source.lockClass().equals(cls)) {
        learn(list, source, cls, mode, nestLock != null);
      } else if (!ordered && source.mode().blocks(mode)) {
        reportOrder(list, Kind.SAME_CLASS, source, cls, mode);
      }
    }
  }

  private void learn(HeldList list, Hold source, LockClass cls, Mode mode, boolean toNested) {
    EdgeType type = EdgeType.of(source.mode(), mode);
    Link link = new Link(type, source.outer() != null, toNested);
    if (graph.contains(source.lockClass(), cls, link)) {
      return;
    }
    Place heldAt = source.place().detached();
    Place wantedAt = Place.here(RULE_FRAMES).detached();
    Step step =
        new Step(source.lockClass(), source.mode(), heldAt, cls, mode, wantedAt, list.threadName());
    List<Edge> cycle = graph.add(new Edge(step, link));
    if (!cycle.isEmpty()) {
      List<Step> steps = cycle.stream().map(Edge::step).toList();
      reporter.deliver(
          list,
          new Report(
              Kind.ORDER_CYCLE,
              source.lockClass(),
              cls,
              list.threadName(),
              heldAt,
              wantedAt,
              steps,
              list.holds(),
              ""));
    }
  }

  private void reportOrder(HeldList list, Kind kind, Hold held, LockClass cls, Mode mode) {
    String detail = "held " + held.mode().words() + ", wanted " + mode.words();
    reporter.deliver(
        list,
        new Report(
            kind,
            held.lockClass(),
            cls,
            list.threadName(),
            held.place(),
            Place.here(RULE_FRAMES),
            List.of(),
            list.holds(),
            detail));
  }

  private void reportBadRelease(HeldList list, Object lock, Mode mode) {
    for (Holder holder : holders(lock)) {
      Hold hold = holder.hold();
      if (list.hold(lock) == null && hold.mode().isShared() == mode.isShared()) {
        String detail = "held by \"" + holder.thread() + "\"";
        report(list, Kind.RELEASED_BY_OTHER_THREAD, hold.lockClass(), hold.place(), detail);
        return;
      }
    }
    Hold hold = list.hold(lock);
    LockClass cls = hold != null ? hold.lockClass() : classOf(lock);
    String detail = "released " + mode.words();
    report(list, Kind.RELEASED_NOT_HELD, cls, hold == null ? null : hold.place(), detail);
  }

  private void report(HeldList list, Kind kind, LockClass cls, Place heldAt, String detail) {
    report(list, list, kind, cls, heldAt, detail);
  }

  private void report(
      HeldList by, HeldList about, Kind kind, LockClass cls, Place heldAt, String detail) {
    Place place = kind == Kind.THREAD_ENDED ? null : Place.here(RULE_FRAMES);
    String thread = about.threadName();
    reporter.deliver(
        by, new Report(kind, cls, cls, thread, heldAt, place, List.of(), about.holds(), detail));
  }

  /** The class to name for a lock that nobody took: nothing but its type is known. */
  private static LockClass classOf(Object lock) {
    return LockClass.of(lock.getClass().getName());
  }
}
