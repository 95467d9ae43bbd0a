package dev.holdfast.lockdep;

import dev.holdfast.lockdep.Report.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which classes of locks were taken, as far as anybody has seen. It only grows.
 *
 * <p>An edge leads from a class that was held to a class that was waited for meanwhile. A closed
 * path means a possible deadlock if it is strong: nowhere is an edge into a recursive reader
 * followed by one out of a shared hold, the end of the path joined to its beginning included.
 */
final class LockGraph {
  /**
   * A rule of order.
   *
   * @param step what was seen, with its places
   * @param type how the first lock was held and the second waited for
   */
  record Edge(Step step, EdgeType type) {
    static Edge of(Step step) {
      return new Edge(step, EdgeType.of(step.heldMode(), step.wantedMode()));
    }

    LockClass from() {
      return step.held();
    }

    LockClass to() {
      return step.wanted();
    }
  }

  private final Map<LockClass, Map<LockClass, Map<EdgeType, Edge>>> edges = new HashMap<>();

  /**
   * Adds an edge.
   *
   * @return the shortest strong cycle that it closes, beginning with the edge itself; empty if
   *     there is none, or if such an edge was there before
   */
  synchronized List<Edge> add(Edge edge) {
    /* One step: of two threads that close a cycle at once, one must see the other's edge. */
    return insert(edge) ? findCycle(edge) : List.of();
  }

  synchronized boolean contains(LockClass from, LockClass to, EdgeType type) {
    return edges.getOrDefault(from, Map.of()).getOrDefault(to, Map.of()).containsKey(type);
  }

  /** The first step of {@link #add}: whether the edge is new. */
  synchronized boolean insert(Edge edge) {
    return edges
            .computeIfAbsent(edge.from(), from -> new HashMap<>())
            .computeIfAbsent(edge.to(), to -> new EnumMap<>(EdgeType.class))
            .putIfAbsent(edge.type(), edge)
        == null;
  }

  /**
   * The second step of {@link #add}: a breadth-first search, since short cycles are read most
   * easily.
   */
  synchronized List<Edge> findCycle(Edge start) {
    Deque<Path> queue = new ArrayDeque<>();
    Set<Visit> seen = new HashSet<>();
    queue.add(new Path(start, null));
    while (!queue.isEmpty()) {
      Path path = queue.remove();
      Edge last = path.edge();
      if (last.to().equals(start.from()) && start.type().mayFollow(last.type())) {
        return path.edges();
      }
      for (Edge next : strongSuccessors(last)) {
        if (seen.add(new Visit(next.to(), next.type()))) {
          queue.add(new Path(next, path));
        }
      }
    }
    return List.of();
  }

  private List<Edge> strongSuccessors(Edge last) {
    List<Edge> successors = new ArrayList<>();
    Collection<Map<EdgeType, Edge>> targets = edges.getOrDefault(last.to(), Map.of()).values();
    for (Map<EdgeType, Edge> byType : targets) {
      for (Edge next : byType.values()) {
        if (next.type().mayFollow(last.type())) {
          successors.add(next);
        }
      }
    }
    return successors;
  }

  /** A class reached by an edge of a type: what may follow depends on both. */
  private record Visit(LockClass cls, EdgeType by) {}

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
