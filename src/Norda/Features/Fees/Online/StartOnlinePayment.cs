using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Payments;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Online;

/// <summary>Begins a payment of open fees: our row first, then the operator's, so that no money can come for which there is no row.</summary>
public class StartOnlinePayment(AppDb db, Me me, IPaymentOperator payments, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int MostFees = 60;

    /// <summary>Notices take seconds; after this the job asks the operator by itself.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(15);

    public async Task<(Outcome Outcome, string? Page)> Run(OnlineWish wish, CancellationToken cancel)
    {
        if (await db.Set<OnlinePayment>().SingleOrDefaultAsync(p => p.Once == wish.Once, cancel) is { } former)
            return Again(former, wish);
        var fees = await db.Set<Fee>().Where(f => f.CompanyId == wish.CompanyId && wish.Fees.Contains(f.Id) && f.CancelledAt == null && f.Amount - f.Waived - f.AmountPaid > 0)
            .OrderBy(f => f.DueDate).Take(MostFees).Select(f => new { f.Id, Left = f.Amount - f.Waived - f.AmountPaid }).ToListAsync(cancel);
        var sum = fees.Sum(f => f.Left);
        if (sum is <= 0 or > RecordPayment.Most)
            return (Outcome.Refuse(texts["Zaznacz przynajmniej jedną składkę do zapłaty."]), null);
        var now = clock.GetUtcNow().UtcDateTime;
        var payment = new OnlinePayment
        {
            SessionId = Guid.NewGuid().ToString("N"), Once = wish.Once, CompanyId = wish.CompanyId, Amount = sum, Wishes = WishText.Write([.. fees.Select(f => (f.Id, f.Left))]) ?? "",
            StartedBy = me.Id, StartedAt = now, NextTryAt = now + FirstLook,
        };
        db.Add(payment);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return (Outcome.Refuse(texts["Ta płatność już się zaczęła w innym oknie. Otwórz składki jeszcze raz."]), null);
        }

        return await Register(payment, wish, cancel);
    }

    private async Task<(Outcome, string?)> Register(OnlinePayment payment, OnlineWish wish, CancellationToken cancel)
    {
        var firm = await db.Companies.Where(c => c.Id == payment.CompanyId).Select(c => c.Name).SingleAsync(cancel);
        var answer = await payments.Register(new(payment.SessionId, payment.Amount, texts["Składki firmy {0}", firm], me.Email, wish.IsEnglish, wish.ReturnTo + payment.SessionId, wish.NoticeTo), cancel);
        if (answer is { Word: OperatorWord.Done, Text: { } token })
        {
            payment.Token = token;
            await db.SaveChangesAsync(cancel);
            return (Outcome.Done, payments.PageOf(token));
        }

        (payment.State, payment.NextTryAt, payment.LastFault) = (OnlineState.Abandoned, null, answer.Text);
        await db.SaveChangesAsync(cancel);
        return (Outcome.Refuse(texts["Operator płatności teraz nie przyjmuje wpłaty. Spróbuj za kilka minut albo zapłać przelewem."]), null);
    }

    private (Outcome, string?) Again(OnlinePayment former, OnlineWish wish) => former is { State: OnlineState.Registered, Token: { } token } && former.CompanyId == wish.CompanyId
        ? (Outcome.Done, payments.PageOf(token))
        : (Outcome.Refuse(texts["Ta płatność już się zaczęła w innym oknie. Otwórz składki jeszcze raz."]), null);
}

/// <summary>What a person wants to pay.</summary>
/// <param name="Once">Number of the form.</param>
/// <param name="ReturnTo">Address to come back to; the session's name is put behind it.</param>
/// <param name="NoticeTo">Address that the operator tells.</param>
public sealed record OnlineWish(int CompanyId, IReadOnlyList<int> Fees, Guid Once, bool IsEnglish, string ReturnTo, string NoticeTo);
