using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Contributions;

namespace Norda.Features.Fees.Statements;

/// <summary>How far the chamber's knowledge of payments reaches. A chamber that has never brought a statement records payments by hand, and nothing is stale.</summary>
/// <param name="Through">Day of the last transfer of any statement.</param>
/// <param name="Open">Transfers that wait for a person.</param>
public sealed record StatementAge(int? LatestId, DateOnly? Through, int Incoming, int Open, bool IsStale);

/// <summary>Asked before anybody is reminded of a debt that may have been paid: with a stale statement nobody is.</summary>
public class LastStatement(AppDb db, IOptions<FeeOptions> options, TimeProvider clock)
{
    public static readonly ReminderStop Stop = new(async (services, cancel) =>
        await services.GetRequiredService<LastStatement>().Run(cancel) is { IsStale: true, Through: { } through }
            ? services.GetRequiredService<IStringLocalizer<Texts>>()["Ostatni wyciąg kończy się {0}. Wczytaj nowszy, zanim komuś przypomnisz.", through.ToString("d MMMM", CultureInfo.CurrentCulture)].Value : null);

    public async Task<StatementAge> Run(CancellationToken cancel)
    {
        var latest = await db.Set<BankStatement>().Where(s => s.UndoneAt == null && s.FinishedAt != null && s.ThroughDay != null).OrderByDescending(s => s.ThroughDay).ThenByDescending(s => s.Id)
            .Select(s => new { s.Id, s.ThroughDay, s.Incoming, Open = db.Set<BankTransfer>().Count(t => t.StatementId == s.Id && (t.State == TransferState.Proposed || t.State == TransferState.Asked)) }).FirstOrDefaultAsync(cancel);
        return latest is null ? new(null, null, 0, 0, false) : new(latest.Id, latest.ThroughDay, latest.Incoming, latest.Open, latest.ThroughDay < clock.Today().AddDays(-options.Value.StaleAfterDays));
    }
}
