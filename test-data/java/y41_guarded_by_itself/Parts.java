// What a self-guarded field refers to is used by its fields and elements too, and by a loop over it.
package y41_guarded_by_itself;

import dev.holdfast.annotations.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

class Parts {
  static class Node {
    final ReentrantLock lock = new ReentrantLock();
    final int limit = limitOf(this);
    int count;
    Node next;

    @GuardedBy("this")
    int own;

    static int limitOf(Object node) {
      return 3;
    }
  }

  @GuardedBy("node")
  private final Node node = new Node();

  @GuardedBy("cells")
  private final int[] cells = new int[4];

  @GuardedBy("GRID")
  private static final int[][] GRID = new int[4][4];

  @GuardedBy("names")
  private final List<String> names = new ArrayList<>();

  Parts() {
    node.count = 1;
    cells[0] = 2;
  }

  int held() {
    synchronized (node) {
      node.count++;
      node.next.count = node.limit;
      node.own++;
    }
    synchronized (cells) {
      cells[0] = cells[1];
      for (int cell : cells) {
        cells[1] += cell;
      }
    }
    synchronized (GRID) {
      GRID[0][1] = GRID[1][0];
    }
    synchronized (names) {
      for (String name : names) {
        name.length();
      }
    }
    return node.limit + cells.length;
  }

  void fields(Parts other) {
    node.count = 1; // expect: UnguardedAccess "reading 'this.node'"
    int count = node.count; // expect: UnguardedAccess "reading 'this.node'"
    (node).count++; // expect: UnguardedAccess "reading 'this.node'"
    node.next.count = count; // expect: UnguardedAccess "reading 'this.node'"
    node.own++; // expect: UnguardedAccess "writing 'node.own'"
    synchronized (node) {
      other.node.count++; // expect: UnguardedAccess "reading 'other.node'"
    }
  }

  void elements() {
    cells[0] = 1; // expect: UnguardedAccess "writing 'this.cells'"
    cells[0]++; // expect: UnguardedAccess "writing 'this.cells'"
    int cell = cells[1]; // expect: UnguardedAccess "reading 'this.cells'"
    GRID[0][cell] = 1; // expect: UnguardedAccess "writing 'Parts.GRID'"
    cell = GRID[0][cell]; // expect: UnguardedAccess "reading 'Parts.GRID'"
  }

  void loops() {
    for (int cell : cells) { // expect: UnguardedAccess "reading 'this.cells'"
      System.out.println(cell);
    }
    for (String name : names) { // expect: UnguardedAccess "reading 'this.names'"
      name.length();
    }
  }

  Object handOut() {
    return node;
  }
}
