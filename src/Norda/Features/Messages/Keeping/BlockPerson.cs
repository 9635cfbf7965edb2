using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Keeping;

/// <summary>From now on neither writes to the other. The other learns it only by trying.</summary>
public class BlockPerson(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int personId, CancellationToken cancel)
    {
        if (me.Id is not { } id || id == personId || !await db.Users.AnyAsync(u => u.Id == personId, cancel))
            return Outcome.Refuse(texts["Tej osoby nie da się zablokować."]);
        var block = new MessageBlock { UserId = id, BlockedId = personId, CreatedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(block);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.Entry(block).State = EntityState.Detached;
        }

        return Outcome.Done;
    }
}

public class UnblockPerson(AppDb db, Me me)
{
    public async Task<Outcome> Run(int personId, CancellationToken cancel)
    {
        await db.Set<MessageBlock>().Where(b => b.UserId == me.Id && b.BlockedId == personId).ExecuteDeleteAsync(cancel);
        return Outcome.Done;
    }
}
