package c_returns;

/** In another file a getter has to say what it returns. */
class OtherFile {
  void held(Work work) {
    synchronized (work.lock) {
      work.size++;
    }
    synchronized (work.lock()) {
      work.size++; // expect: UnguardedAccess "work.lock"
    }
  }
}
