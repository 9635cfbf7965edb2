using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Arithmetic;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Payments;

/// <summary>A payment to be recorded, whoever learned of it: a person, a bank statement, an operator of online payments.</summary>
/// <param name="Key">The same for each attempt to record this very payment.</param>
public sealed record PaymentOrder(int CompanyId, decimal Amount, DateOnly PaidOn, PaymentMethod Method, string Key, PaymentSource Source)
{
    public string? PayerAccount { get; init; }
    public string? PayerName { get; init; }
    public string? Title { get; init; }
    public string? Reference { get; init; }

    /// <summary>Fees that somebody named for it, with the sums; the rest goes to the oldest.</summary>
    public IReadOnlyList<(int FeeId, decimal Amount)> Wishes { get; init; } = [];

    /// <summary>The firm is told by mail.</summary>
    public bool TellsFirm { get; init; }
}

/// <summary>What came of it. Again: this payment had been recorded before, and nothing happened now.</summary>
public sealed record Recorded(Outcome Outcome, int? PaymentId = null, bool Again = false);

/// <summary>
/// Writes a payment into the ledger, once for its key, and settles it: the oldest fee first, the rest is credit. When it has
/// answered, the payment is kept; who got no answer asks again with the same key.
/// </summary>
public class RecordPayment(AppDb db, Me me, SettleAccount account, TellPayment tell, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public const decimal Most = 9_999_999.99m;
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    public async Task<Recorded> Run(PaymentOrder order, CancellationToken cancel)
    {
        if (await FaultOf(order, cancel) is { } fault)
            return new(fault);
        if (await Former(order, cancel) is { } former)
            return former;
        await using var transaction = await account.Begin(order.CompanyId, cancel);
        if (await Former(order, cancel) is { } meanwhile)
            return meanwhile;
        var payment = Make(order);
        db.Add(payment);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.ChangeTracker.Clear();
            return new(Outcome.Refuse(texts["Wpłata o tym samym numerze jest już zapisana przy innej firmie albo z inną kwotą."]));
        }

        await account.Run(order.CompanyId, [.. order.Wishes.Select(w => new Share(payment.Id, w.FeeId, w.Amount))], cancel);
        if (order.TellsFirm)
            await tell.Run(payment, cancel);
        await transaction.CommitAsync(cancel);
        return new(Outcome.Done, payment.Id);
    }

    private async Task<Outcome?> FaultOf(PaymentOrder order, CancellationToken cancel)
    {
        if (order.Amount is <= 0 or > Most || decimal.Round(order.Amount, 2) != order.Amount)
            return Outcome.Refuse(texts["Kwota to liczba większa od zera, najwyżej z dwoma miejscami po przecinku, na przykład 150,00."], "Amount");
        if (order.PaidOn < Earliest || order.PaidOn > clock.Today())
            return Outcome.Refuse(texts["Data wpłaty nie może być z przyszłości. Wpisz dzień, w którym pieniądze wpłynęły."], "PaidOn");
        if (order.Key.Length is 0 or > FeePaymentMap.LongestKey)
            return Outcome.Refuse(texts["Brakuje numeru wpłaty. Otwórz formularz jeszcze raz."]);
        if (order.Wishes.Any(w => w.Amount <= 0) || order.Wishes.Sum(w => w.Amount) > order.Amount)
            return Outcome.Refuse(texts["Rozpisane kwoty są razem większe niż wpłata. Popraw je albo wpisz większą kwotę."], "Amount");
        return await db.Companies.AnyAsync(c => c.Id == order.CompanyId, cancel) ? null : Outcome.Refuse(texts["Tej firmy nie ma już w bazie."]);
    }

    private async Task<Recorded?> Former(PaymentOrder order, CancellationToken cancel)
    {
        var former = await db.Set<FeePayment>().Where(p => p.IdempotencyKey == order.Key).Select(p => new { p.Id, p.CompanyId, p.Amount }).SingleOrDefaultAsync(cancel);
        if (former is null)
            return null;
        return former.CompanyId == order.CompanyId && former.Amount == order.Amount
            ? new(Outcome.Done, former.Id, Again: true)
            : new(Outcome.Refuse(texts["Wpłata o tym samym numerze jest już zapisana przy innej firmie albo z inną kwotą."]));
    }

    private FeePayment Make(PaymentOrder order) => new()
    {
        CompanyId = order.CompanyId, Amount = order.Amount, PaidOn = order.PaidOn, Method = order.Method, IdempotencyKey = order.Key, Source = order.Source,
        PayerAccount = Short(order.PayerAccount, 34), PayerName = Short(order.PayerName, 200), Title = Short(order.Title, FeePaymentMap.LongestTitle), Reference = Short(order.Reference, FeePaymentMap.LongestReference),
        RecordedBy = me.Id, RecordedAt = clock.GetUtcNow().UtcDateTime,
    };

    /// <summary>Banks write as much as they like; the ledger keeps the beginning.</summary>
    private static string? Short(string? text, int most) => PlainText.Line(text) is { Length: > 0 } line ? line.Length > most ? line[..most] : line : null;
}
