using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Fees.Arithmetic;
using Norda.Features.Membership;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Fees.Rates;

/// <summary>A rate as it is to be; sums in PLN, already read.</summary>
public sealed record RateOrder(FeeScope Scope, int TargetId, DateOnly ValidFrom, DateOnly? ValidUntil, ResolutionName Resolution)
{
    public decimal? Monthly { get; init; }
    public decimal? Yearly { get; init; }
    public decimal? Entry { get; init; }
    public decimal? YearlyCap { get; init; }
    public bool PerHead { get; init; }
    public string? Schedule { get; init; }
    public Proration Proration { get; init; }
    public string? Notes { get; init; }
}

/// <summary>
/// Enters a rate. The open one before it, of the same target and about the same thing, ends the day before; two closed ones must
/// not lie over each other. What was charged already stays as it is: the next preview shows the difference.
/// </summary>
public class SaveRate(AppDb db, Me me, NameResolution resolutions, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(RateOrder order, CancellationToken cancel)
    {
        if (FaultOf(order) is { } fault)
            return fault;
        if (FeeSchedule.Parse(order.Schedule) is not { } schedule)
            return Outcome.Refuse(texts["Raty muszą obejmować wszystkie miesiące po kolei, na przykład: 1-6@31.05 7-12@31.12."], "Schedule");
        if (!await TargetExists(order, cancel))
            return Outcome.Refuse(texts["Wybierz, kogo dotyczy stawka."], "Target");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (resolution, outcome) = await resolutions.Run(order.Resolution, cancel);
        if (resolution is null)
            return outcome;
        if (await MakeRoom(order, cancel) is { } overlap)
            return overlap;
        db.Add(Make(order, schedule, resolution.Id));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Outcome.Refuse(texts["Od tego dnia jest już stawka dla tego samego adresata."], "ValidFrom");
        }

        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }

    private Outcome? FaultOf(RateOrder order)
    {
        if (order.Monthly is null && order.Yearly is null && order.Entry is null)
            return Outcome.Refuse(texts["Podaj składkę albo wpisowe: stawka musi coś mówić."], "Amount");
        if (order.Monthly is not null && order.Yearly is not null)
            return Outcome.Refuse(texts["Podaj składkę za miesiąc albo za rok, nie obie."], "Amount");
        if (new[] { order.Monthly, order.Yearly, order.Entry, order.YearlyCap }.Any(a => a is { } sum && (sum < 0 || sum > 1_000_000 || decimal.Round(sum, 2) != sum)))
            return Outcome.Refuse(texts["Kwota stawki to od 0 do 1 000 000 zł, najwyżej z dwoma miejscami po przecinku."], "Amount");
        if (order.ValidUntil < order.ValidFrom)
            return Outcome.Refuse(texts["Stawka nie może skończyć się, zanim zacznie obowiązywać."], "ValidUntil");
        return order.Notes?.Length > FeeRateMap.LongestNotes ? Outcome.Refuse(texts["Uwagi mają do 1000 znaków."], "Notes") : null;
    }

    private Task<bool> TargetExists(RateOrder order, CancellationToken cancel) => order.Scope switch
    {
        FeeScope.Company => db.Companies.AnyAsync(c => c.Id == order.TargetId, cancel),
        FeeScope.Category => db.Categories.AnyAsync(c => c.Id == order.TargetId, cancel),
        FeeScope.Band => db.Set<MemberBand>().AnyAsync(b => b.Id == order.TargetId, cancel),
        _ => Task.FromResult(order.TargetId == 0),
    };

    private async Task<Outcome?> MakeRoom(RateOrder order, CancellationToken cancel)
    {
        var aboutFee = order.Monthly is not null || order.Yearly is not null;
        var others = await db.Set<FeeRate>().Where(r => r.Scope == order.Scope && r.TargetId == order.TargetId && (r.ValidUntil == null || r.ValidUntil >= order.ValidFrom) && (order.ValidUntil == null || r.ValidFrom <= order.ValidUntil)).ToListAsync(cancel);
        foreach (var other in others.Where(o => aboutFee == (o.MonthlyAmount is not null || o.YearlyAmount is not null)))
        {
            if (other.ValidUntil is not null || other.ValidFrom >= order.ValidFrom)
                return Outcome.Refuse(texts["W tym czasie obowiązuje już inna stawka dla tego samego adresata (od {0}). Zmień daty.", other.ValidFrom.ToString("d.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)], "ValidFrom");
            other.ValidUntil = order.ValidFrom.AddDays(-1);
        }

        return null;
    }

    private FeeRate Make(RateOrder order, FeeSchedule schedule, int resolution) => new()
    {
        Scope = order.Scope, TargetId = order.TargetId, CompanyId = Target(FeeScope.Company, order), CategoryId = Target(FeeScope.Category, order), BandId = Target(FeeScope.Band, order),
        MonthlyAmount = order.Monthly ?? (order.Yearly is { } year ? Math.Round(year / 12, 2, MidpointRounding.AwayFromZero) : null), YearlyAmount = order.Yearly, EntryFee = order.Entry, YearlyCap = order.YearlyCap,
        PerHead = order.PerHead, Schedule = schedule.ToString(), Proration = order.Proration, ValidFrom = order.ValidFrom, ValidUntil = order.ValidUntil, ResolutionId = resolution, CreatedBy = me.Id,
        Notes = PlainText.Line(order.Notes), CreatedAt = clock.GetUtcNow().UtcDateTime,
    };

    private static int? Target(FeeScope scope, RateOrder order) => order.Scope == scope ? order.TargetId : null;
}
