package dev.holdfast.lockdep;

import dev.holdfast.annotations.GuardedBy;
import dev.holdfast.lockdep.Report.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which classes of locks were taken, as far as anybody has seen. It only grows.
 *
 * <p>An edge leads from a class that was held to a class that was waited for meanwhile. A closed
 * path means a possible deadlock if it is strong: each edge {@linkplain Link#mayFollow may follow}
 * the one before it, the first one the last.
 *
 * <p>Not final, so that tests can plant defects.
 */
class LockGraph {
  /**
   * A rule of order.
   *
   * @param step what was seen, with its places
   * @param link how the first lock was held and the second waited for
   */
  record Edge(Step step, Link link) {
    /** An edge between locks that are not nested. */
    static Edge of(Step step) {
      EdgeType type = EdgeType.of(step.heldMode(), step.wantedMode());
      return new Edge(step, new Link(type, false, false));
    }

    LockClass from() {
      return step.held();
    }

    LockClass to() {
      return step.wanted();
    }
  }

  @GuardedBy("this")
  private final Map<LockClass, Map<LockClass, Map<Link, Edge>>> edges = new HashMap<>();

  /**
   * Adds an edge.
   *
   * @return the shortest strong cycle that it closes, beginning with the edge itself; empty if
   *     there is none, or if such an edge was there before
   */
  final synchronized List<Edge> add(Edge edge) {
    /* One step: of two threads that close a cycle at once, one must see the other's edge. */
    return insert(edge) ? findCycle(edge) : List.of();
  }

  final synchronized boolean contains(LockClass from, LockClass to, Link link) {
    return edges.getOrDefault(from, Map.of()).getOrDefault(to, Map.of()).containsKey(link);
  }

  /** The first step of {@link #add}: whether the edge is new. */
  final synchronized boolean insert(Edge edge) {
    return edges
            .computeIfAbsent(edge.from(), from -> new HashMap<>())
            .computeIfAbsent(edge.to(), to -> new HashMap<>())
            .putIfAbsent(edge.link(), edge)
        == null;
  }

  /**
   * The second step of {@link #add}: a breadth-first search, since short cycles are read most
   * easily.
   */
  final synchronized List<Edge> findCycle(Edge start) {
    Deque<Path> queue = new ArrayDeque<>();
    Set<Visit> seen = new HashSet<>();
    queue.add(new Path(start, null));
    while (!queue.isEmpty()) {
      Path path = queue.remove();
      Edge last = path.edge();
      if (last.to().equals(start.from()) && mayFollow(last, start)) {
        return path.edges();
      }
      for (Edge next : strongSuccessors(last)) {
        if (seen.add(new Visit(next.to(), next.link()))) {
          queue.add(new Path(next, path));
        }
      }
    }
    return List.of();
  }

  /** Whether a path stays strong if one edge follows another. */
  boolean mayFollow(Edge last, Edge next) {
    return next.link().mayFollow(last.link());
  }

  private List<Edge> strongSuccessors(Edge last) {
    List<Edge> successors = new ArrayList<>();
    Collection<Map<Link, Edge>> targets = edges.getOrDefault(last.to(), Map.of()).values();
    for (Map<Link, Edge> byLink : targets) {
      for (Edge next : byLink.values()) {
        if (mayFollow(last, next)) {
          successors.add(next);
        }
      }
    }
    return successors;
  }

  /** A class reached by a kind of edge: what may follow depends on both. */
  private record Visit(LockClass cls, Link by) {}

  /** The last edge of a path, and the path before it. */
  private record Path(Edge edge, Path before) {
    List<Edge> edges() {
      List<Edge> all = new ArrayList<>();
      for (Path path = this; path != null; path = path.before()) {
        all.add(path.edge());
      }
      Collections.reverse(all);
      return List.copyOf(all);
    }
  }
}
