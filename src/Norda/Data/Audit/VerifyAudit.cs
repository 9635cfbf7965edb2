using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Privacy;

namespace Norda.Data.Audit;

/// <summary>Walks the audit log from its first entry and says where it is not what was written.</summary>
public class VerifyAudit(AppDb db)
{
    private const int Portion = 1000;

    /// <returns>How many entries hold, and what is wrong with the first that does not; null when all hold.</returns>
    public async Task<(long Entries, string? Fault)> Run(CancellationToken cancel)
    {
        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(cancel);
        var redacted = await Redactions(cancel);
        var (last, seen) = (AuditChain.Genesis, 0L);
        while (true)
        {
            var after = seen;
            var portion = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Id > after && e.Id <= head.Entries).OrderBy(e => e.Id).Take(Portion)
                .GroupJoin(db.Set<AuditValues>(), e => e.Id, v => v.EntryId, (e, v) => new { Entry = e, Values = v }).SelectMany(x => x.Values.DefaultIfEmpty(), (x, v) => new { x.Entry, Values = v }).ToListAsync(cancel);
            if (portion.Count == 0)
                break;
            foreach (var (entry, values) in portion.Select(p => (p.Entry, p.Values)))
            {
                if (FaultOf(entry, values, redacted, seen, last) is { } fault)
                    return (seen, fault);
                (seen, last) = (entry.Id, entry.Hash);
            }
        }

        return seen < head.Entries ? (seen, Say($"Brakuje końca dziennika: wpisów od {seen + 1} do {head.Entries}."))
            : last != head.Hash ? (seen, Say($"Ostatni wpis ({seen}) nie zgadza się z zapisanym końcem dziennika."))
            : (seen, null);
    }

    private static string? FaultOf(AuditEntry entry, AuditValues? values, Dictionary<long, string> redacted, long seen, string last) =>
        entry.Id != seen + 1 ? Say($"Brakuje wpisu {seen + 1}.")
        : entry.PreviousHash != last ? Say($"Wpis {entry.Id} nie wynika z poprzedniego.")
        : AuditChain.HashOf(entry) != entry.Hash ? Say($"Wpis {entry.Id} został zmieniony.")
        : values is null ? Say($"Usunięto wartości wpisu {entry.Id}.")
        : AuditChain.HashOf(values) is var hash && hash != entry.ValuesHash && hash != redacted.GetValueOrDefault(entry.Id) ? Say($"Wartości wpisu {entry.Id} zostały zmienione.")
        : null;

    /// <summary>Values that an erasure blacked out hash to what its own entry of the chain says, the last erasure first.</summary>
    private async Task<Dictionary<long, string>> Redactions(CancellationToken cancel)
    {
        var redacted = new Dictionary<long, string>();
        var erasures = await db.Set<AuditEntry>().Where(e => e.TableName == ErasureMap.Table && e.Action == AuditAction.Added).OrderBy(e => e.Id)
            .Join(db.Set<AuditValues>(), e => e.Id, v => v.EntryId, (e, v) => new { e.Id, v.After }).OrderBy(x => x.Id).Select(x => x.After!).ToListAsync(cancel);
        foreach (var said in erasures.Select(after => JsonDocument.Parse(after).RootElement.GetProperty(ErasureMap.RedactionsColumn).GetString()!))
            foreach (var (entry, hash) in Erasure.Read(said))
                redacted[entry] = hash;
        return redacted;
    }

    private static string Say(FormattableString fault) => fault.ToString(CultureInfo.InvariantCulture);
}
