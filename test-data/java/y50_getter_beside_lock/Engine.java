// The lock that a method of another file gives is not known to be the field, unless @Returns says so; the message says that.
package y50_getter_beside_lock;

import dev.holdfast.annotations.Requires;
import dev.holdfast.annotations.Returns;

class Engine {
  final Object readBuffer = new Object();
  final Object writeBuffer = new Object();

  Object readLock() {
    return readBuffer;
  }

  @Returns("writeBuffer")
  Object writeLock() {
    return writeBuffer;
  }

  @Requires("readBuffer")
  void read() {}

  @Requires("writeBuffer")
  void write() {}
}
