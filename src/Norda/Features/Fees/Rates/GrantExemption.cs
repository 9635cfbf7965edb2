using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory;
using Norda.Features.Membership;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Rates;

/// <summary>An exemption as the chamber decided it.</summary>
/// <param name="Firm">Its NIP, or the end of its page's address.</param>
/// <param name="Percent">Of the fee that is not asked for.</param>
public sealed record ExemptionOrder(string? Firm, DateOnly? From, DateOnly? Until, decimal? Percent, ResolutionName Resolution, string? Reason);

/// <summary>Frees a firm from its fees beforehand, whole or in part, for a while. What was charged already stays: the next preview shows the difference.</summary>
public class GrantExemption(AppDb db, Me me, NameResolution resolutions, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(ExemptionOrder order, CancellationToken cancel)
    {
        if (FaultOf(order) is { } fault)
            return fault;
        if (await Find(order.Firm, cancel) is not { } firm)
            return Outcome.Refuse(texts["Nie ma takiej firmy w katalogu. Wpisz jej NIP albo adres strony, na przykład /firma/pixlab."], "Firm");
        var (from, until) = (order.From!.Value, order.Until);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<FeeExemption>().Where(e => e.CompanyId == firm && (e.ValidUntil == null || e.ValidUntil >= from) && (until == null || e.ValidFrom <= until)).Select(e => (DateOnly?)e.ValidFrom).FirstOrDefaultAsync(cancel) is { } other)
            return Outcome.Refuse(texts["W tym czasie firma ma już zwolnienie (od {0}). Zmień daty albo najpierw zakończ tamto.", other.ToString("d.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)], "From");
        var (resolution, outcome) = await resolutions.Run(order.Resolution, cancel);
        if (resolution is null)
            return outcome;
        db.Add(new FeeExemption
        {
            CompanyId = firm, ValidFrom = from, ValidUntil = until, Percent = order.Percent!.Value, ResolutionId = resolution.Id, Reason = PlainText.Line(order.Reason)!, CreatedBy = me.Id, CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    private Outcome? FaultOf(ExemptionOrder order)
    {
        if (order.From is not { Year: >= 2000 and <= 2100 } from)
            return Outcome.Refuse(texts["Podaj pierwszy dzień zwolnienia, na przykład 1.12.2026."], "From");
        if (order.Until is { } until && (until < from || until.Year > 2100))
            return Outcome.Refuse(texts["Zwolnienie nie może się skończyć, zanim się zacznie."], "Until");
        if (order.Percent is not { } percent || percent is <= 0 or > 100 || decimal.Round(percent, 2) != percent)
            return Outcome.Refuse(texts["Zwolnienie to więcej niż 0 i najwyżej 100 procent składki."], "Percent");
        return PlainText.Line(order.Reason) is { Length: > 0 and <= FeeMap.LongestReason } ? null : Outcome.Refuse(texts["Napisz powód zwolnienia (do 500 znaków)."], "Reason");
    }

    private Task<int?> Find(string? typed, CancellationToken cancel)
    {
        var slug = (typed ?? "").Trim().TrimEnd('/').Split('/')[^1];
        var nip = Nip.TryParse(typed, out var number) ? number : null;
        return db.Companies.Where(c => c.Status != CompanyStatus.Archived && (c.Nip == nip && nip != null || c.Slug == slug)).Select(c => (int?)c.Id).FirstOrDefaultAsync(cancel);
    }
}

/// <summary>An exemption ends sooner than it was to.</summary>
public class EndExemption(AppDb db, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int id, DateOnly? last, CancellationToken cancel)
    {
        if (await db.Set<FeeExemption>().SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } exemption)
            return Outcome.Refuse(texts["Tego zwolnienia nie ma."]);
        if (last is not { } day || day < exemption.ValidFrom || day > (exemption.ValidUntil ?? DateOnly.MaxValue))
            return Outcome.Refuse(texts["Podaj dzień w czasie tego zwolnienia."]);
        exemption.ValidUntil = day;
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
