using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Membership;
using Norda.Platform;

namespace Norda.Features.Fees.Payments;

/// <summary>The chamber lets a fee go, whole or in part, by a resolution. Money that lay on it goes to the next fee, or becomes credit.</summary>
public class WaiveFee(AppDb db, SettleAccount account, NameResolution resolutions, IStringLocalizer<Texts> texts)
{
    /// <param name="amount">PLN to let go in all; null is the whole fee, 0 takes a waiver back.</param>
    public async Task<Outcome> Run(int feeId, decimal? amount, ResolutionName resolution, string? reason, CancellationToken cancel)
    {
        if (PlainText.Line(reason) is not { Length: > 0 and <= FeeMap.LongestReason } why)
            return Outcome.Refuse(texts["Napisz, dlaczego izba umarza składkę (do 500 znaków)."], "Reason");
        if (await db.Set<Fee>().Where(f => f.Id == feeId).Select(f => (int?)f.CompanyId).SingleOrDefaultAsync(cancel) is not { } company)
            return Outcome.Refuse(texts["Tej składki nie ma."]);
        await using var transaction = await account.Begin(company, cancel);
        var (found, outcome) = await resolutions.Run(resolution, cancel);
        if (found is null)
            return outcome;
        var fee = await db.Set<Fee>().SingleAsync(f => f.Id == feeId, cancel);
        if (fee.CancelledAt is not null)
            return Outcome.Refuse(texts["Ta składka jest anulowana, nie ma czego umarzać."]);
        if (amount is < 0 || amount > fee.Amount || amount is { } given && decimal.Round(given, 2) != given)
            return Outcome.Refuse(texts["Umorzyć można od 0 do {0}.", fee.Amount.ToZloty()], "Amount");
        (fee.Waived, fee.WaiverReason, fee.WaiverResolutionId) = (amount ?? fee.Amount, why, found.Id);
        await account.Run(company, [], cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}

/// <summary>A fee charged by mistake is owed no more. It stays in the books, struck out, and can be put back.</summary>
public class CancelFee(AppDb db, SettleAccount account, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int feeId, string? reason, CancellationToken cancel)
    {
        if (PlainText.Line(reason) is not { Length: > 0 and <= FeeMap.LongestReason } why)
            return Outcome.Refuse(texts["Napisz, dlaczego anulujesz składkę (do 500 znaków)."], "Reason");
        if (await db.Set<Fee>().Where(f => f.Id == feeId).Select(f => (int?)f.CompanyId).SingleOrDefaultAsync(cancel) is not { } company)
            return Outcome.Refuse(texts["Tej składki nie ma."]);
        await using var transaction = await account.Begin(company, cancel);
        var fee = await db.Set<Fee>().SingleAsync(f => f.Id == feeId, cancel);
        (fee.CancelledAt, fee.Notes) = (fee.CancelledAt is null ? clock.GetUtcNow().UtcDateTime : null, why);
        await account.Run(company, [], cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
