package shop;

import store.Shelf;

public class Clerk {
  public void fill(Shelf shelf) {
    shelf.put(12);
  }
}
