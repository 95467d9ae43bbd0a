package sample.paging;

/** An address was touched that is not mapped, or not so. */
public final class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FaultException(long address, String reason) {
    super("address 0x%x cannot be touched: %s".formatted(address, reason));
  }
}
