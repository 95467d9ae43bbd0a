package shop;

public class Till {
  private final Prices prices = new Prices();

  public int sum(String article) {
    synchronized (prices) {
      return prices.of(article);
    }
  }
}
