using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Norda.Platform.Access;

namespace Norda.Data.Audit;

/// <summary>Hangs entries on the end of the chain, inside the transaction of the change itself. Each hash covers the one before it.</summary>
public static class AuditChain
{
    /// <summary>What stands before the first entry.</summary>
    public static readonly string Genesis = new('0', 64);

    internal static async Task Append(AppDb db, List<AuditDraft> drafts, Me? me, DateTime now, CancellationToken cancel)
    {
        var count = drafts.Count;
        // Takes the lock of the row: entries of others wait until this transaction ends.
        await db.Set<AuditHead>().ExecuteUpdateAsync(heads => heads.SetProperty(h => h.Entries, h => h.Entries + count), cancel);
        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(cancel);
        var (operation, id, last, address) = (Guid.NewGuid(), head.Entries - count, head.Hash, me?.Address?.ToString());
        foreach (var draft in drafts)
        {
            var values = new AuditValues { EntryId = ++id, Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), Before = draft.Before, After = draft.After, Address = address };
            var entry = new AuditEntry
            {
                Id = id, Operation = operation, At = now, ActorId = me?.Id, Actor = Who(me), Action = draft.Action, TableName = draft.TableName, RowKey = draft.RowKey,
                CompanyId = draft.CompanyId, ValuesHash = HashOf(values), PreviousHash = last,
            }.Seal();
            last = entry.Hash;
            db.AddRange(entry, values);
        }

        await db.SavePlainly(cancel);
        await db.Set<AuditHead>().ExecuteUpdateAsync(heads => heads.SetProperty(h => h.Hash, last), cancel);
    }

    public static string HashOf(AuditValues values) => Sha(values.Salt, values.Before, values.After, values.Address);

    /// <summary>Hash of an entry over all that it says and over the hash before it.</summary>
    public static string HashOf(AuditEntry entry) => Sha(
        entry.PreviousHash, entry.Id.ToString(CultureInfo.InvariantCulture), entry.Operation.ToString("N"), entry.At.Ticks.ToString(CultureInfo.InvariantCulture), entry.ActorId?.ToString(CultureInfo.InvariantCulture),
        entry.Actor.ToString(), entry.Action.ToString(), entry.TableName, entry.RowKey, entry.CompanyId?.ToString(CultureInfo.InvariantCulture), entry.ValuesHash);

    private static AuditActor Who(Me? me) => me is null or { IsSystem: true } ? AuditActor.System : me.IsSignedIn ? AuditActor.Person : AuditActor.Visitor;

    // Lengths part the values, so that moving a letter from one to the next changes the hash.
    private static string Sha(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part?.Length ?? -1).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
