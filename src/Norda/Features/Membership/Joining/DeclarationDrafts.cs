using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Joining;

/// <summary>Declarations that are being written: the browser holds a secret, the server what was typed.</summary>
public class DeclarationDrafts(AppDb db, Me me, TimeProvider clock)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>Keeps what is known already and gives the secret.</summary>
    public async Task<string> Begin(DeclarationData data, bool byOffice, CancellationToken cancel)
    {
        var secret = AccountToken.NewSecret();
        db.Add(new DeclarationDraft { Hash = AccountToken.HashOf(secret), Data = data.ToJson(), UserId = me.Id, IsByOffice = byOffice, SavedAt = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <returns>Null when there is none under this secret, or it is too old. Whatever the office copies only the office goes on with.</returns>
    public Task<DeclarationDraft?> Find(string? secret, CancellationToken cancel)
    {
        var (hash, oldest, office) = (AccountToken.HashOf(secret ?? ""), clock.GetUtcNow().UtcDateTime - Kept, me.IsOffice);
        return db.Set<DeclarationDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.Hash == hash && d.SavedAt > oldest && (!d.IsByOffice || office), cancel);
    }

    public Task Keep(DeclarationDraft draft, DeclarationData data, CancellationToken cancel)
    {
        var (json, now) = (data.ToJson(), clock.GetUtcNow().UtcDateTime);
        return db.Set<DeclarationDraft>().Where(d => d.Id == draft.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.Data, json).SetProperty(x => x.SavedAt, now), cancel);
    }
}

/// <summary>Deletes drafts that nobody goes on with, and declarations that came to nothing three years ago.</summary>
public class ForgetDeclarations(AppDb db)
{
    private const int Years = 3;

    public async Task<int> Run(DateTime now, CancellationToken cancel)
    {
        var (drafts, sent) = (now - DeclarationDrafts.Kept, now.AddYears(-Years));
        return await db.Set<DeclarationDraft>().Where(d => d.SavedAt < drafts).ExecuteDeleteAsync(cancel)
            + await db.Set<Declaration>().Where(d => d.SubmittedAt < sent && (d.Status == DeclarationStatus.Withdrawn || d.Status == DeclarationStatus.Refused && d.DecidedAt < sent)).ExecuteDeleteAsync(cancel);
    }
}
