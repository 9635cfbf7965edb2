using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Audit;

namespace Norda.Data.Privacy;

/// <summary>Takes network addresses off entries of the log that are a year old (spec section 5). The chain holds: an <see cref="Erasure"/> of nobody says so.</summary>
public class ForgetAddresses(AppDb db)
{
    private const int Portion = 1000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public async Task<int> Run(DateTime now, CancellationToken cancel)
    {
        var before = now - Kept;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var old = await db.Set<AuditEntry>().Where(e => e.At < before).Join(db.Set<AuditValues>().AsNoTracking().Where(v => v.Address != null), e => e.Id, v => v.EntryId, (e, v) => v).OrderBy(v => v.EntryId).Take(Portion).ToListAsync(cancel);
        if (old.Count == 0)
            return 0;
        var redactions = new Dictionary<long, string>();
        foreach (var values in old)
        {
            var bare = new AuditValues { EntryId = values.EntryId, Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), Before = values.Before, After = values.After };
            await db.Set<AuditValues>().Where(v => v.EntryId == bare.EntryId).ExecuteUpdateAsync(v => v.SetProperty(x => x.Salt, bare.Salt).SetProperty(x => x.Address, (string?)null), cancel);
            redactions[bare.EntryId] = AuditChain.HashOf(bare);
        }

        db.Add(new Erasure { ErasedAt = now, Redactions = JsonSerializer.Serialize(redactions) });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return old.Count;
    }
}
