namespace Norda.Features.Fees.Arithmetic;

/// <summary>A fee as the settlement sees it: what it wants in all (nothing when cancelled).</summary>
public sealed record Owed(int FeeId, DateOnly Due, int Year, int Month, decimal Amount);

/// <summary>A payment as the settlement sees it: what it brought (nothing when reversed).</summary>
public sealed record Money(int PaymentId, DateOnly PaidOn, decimal Amount);

/// <summary>So much of a payment lies, or is to lie, on a fee; below zero it comes off.</summary>
public sealed record Share(int PaymentId, int FeeId, decimal Amount);

/// <summary>
/// Brings payments and fees together: the oldest money to the oldest fee. It only adds what is missing to what lies already: money is
/// moved only when its payment is reversed or its fee wants less.
/// </summary>
public static class Settlement
{
    /// <param name="lies">What is allocated, summed by payment and fee.</param>
    /// <param name="wishes">Fees that a person named for a payment; they come first, as far as there is room.</param>
    /// <returns>What to add to the allocations, and the money that is left.</returns>
    public static (IReadOnlyList<Share> Moves, decimal Credit) Of(IReadOnlyList<Owed> fees, IReadOnlyList<Money> payments, IReadOnlyList<Share> lies, IReadOnlyList<Share> wishes)
    {
        var book = new Book(lies);
        var ordered = payments.OrderBy(p => p.PaidOn).ThenBy(p => p.PaymentId).ToList();
        foreach (var payment in ordered)
            book.TakeBack(l => l.PaymentId == payment.PaymentId, book.OfPayment(payment.PaymentId) - payment.Amount, ordered);
        foreach (var fee in fees)
            book.TakeBack(l => l.FeeId == fee.FeeId, book.OfFee(fee.FeeId) - fee.Amount, ordered);

        var wanted = fees.ToDictionary(f => f.FeeId);
        foreach (var wish in wishes.Where(w => wanted.ContainsKey(w.FeeId)))
            if (ordered.Find(p => p.PaymentId == wish.PaymentId) is { } payment)
                book.Put(payment, wanted[wish.FeeId], wish.Amount);
        foreach (var payment in ordered.Where(p => p.Amount > book.OfPayment(p.PaymentId)))
            foreach (var fee in fees.OrderBy(f => f.Due).ThenBy(f => f.Year).ThenBy(f => f.Month).ThenBy(f => f.FeeId))
                book.Put(payment, fee, decimal.MaxValue);
        return (book.Moves, ordered.Sum(p => p.Amount - book.OfPayment(p.PaymentId)));
    }

    private sealed class Book
    {
        private readonly Dictionary<(int PaymentId, int FeeId), decimal> before;
        private readonly Dictionary<(int PaymentId, int FeeId), decimal> now;
        private readonly Dictionary<int, decimal> payments;
        private readonly Dictionary<int, decimal> fees;

        public Book(IReadOnlyList<Share> lies)
        {
            before = lies.GroupBy(l => (l.PaymentId, l.FeeId)).ToDictionary(g => g.Key, g => g.Sum(l => l.Amount));
            now = new(before);
            payments = lies.GroupBy(l => l.PaymentId).ToDictionary(g => g.Key, g => g.Sum(l => l.Amount));
            fees = lies.GroupBy(l => l.FeeId).ToDictionary(g => g.Key, g => g.Sum(l => l.Amount));
        }

        public IReadOnlyList<Share> Moves => [.. now.Select(n => new Share(n.Key.PaymentId, n.Key.FeeId, n.Value - before.GetValueOrDefault(n.Key))).Where(s => s.Amount != 0)];

        public decimal OfPayment(int id) => payments.GetValueOrDefault(id);

        public decimal OfFee(int id) => fees.GetValueOrDefault(id);

        /// <summary>The latest money comes off first.</summary>
        public void TakeBack(Func<Share, bool> where, decimal tooMuch, List<Money> ordered)
        {
            if (tooMuch <= 0)
                return;
            foreach (var share in now.Select(n => new Share(n.Key.PaymentId, n.Key.FeeId, n.Value)).Where(where).OrderByDescending(s => ordered.FindIndex(p => p.PaymentId == s.PaymentId)).ThenByDescending(s => s.FeeId).ToList())
            {
                var off = Math.Min(tooMuch, share.Amount);
                Add(share.PaymentId, share.FeeId, -off);
                tooMuch -= off;
            }
        }

        public void Put(Money payment, Owed fee, decimal most)
        {
            var room = Math.Min(most, Math.Min(payment.Amount - OfPayment(payment.PaymentId), fee.Amount - OfFee(fee.FeeId)));
            if (room > 0)
                Add(payment.PaymentId, fee.FeeId, room);
        }

        private void Add(int payment, int fee, decimal amount)
        {
            now[(payment, fee)] = now.GetValueOrDefault((payment, fee)) + amount;
            payments[payment] = OfPayment(payment) + amount;
            fees[fee] = OfFee(fee) + amount;
        }
    }
}
