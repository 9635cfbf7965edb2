using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;

namespace Norda.Features.Forum.Reading;

/// <summary>Notes how far a person has read, and counts the view once per person and day. Nothing is written where nothing is new.</summary>
public class NoteVisit(AppDb db, TimeProvider clock)
{
    /// <param name="before">As it stood when the page was read; null on the first visit.</param>
    public async Task Run(int topicId, int reader, ForumVisit? before, int readUpTo, CancellationToken cancel)
    {
        var today = clock.Today();
        if (before is not null && before.SeenOn >= today && before.ReadUpTo >= readUpTo)
            return;
        var own = db.Set<ForumVisit>().Where(v => v.UserId == reader && v.TopicId == topicId);
        if (before is null ? await IsFirst(topicId, reader, readUpTo, today, cancel) : before.SeenOn < today && await own.Where(v => v.SeenOn < today)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.SeenOn, today).SetProperty(x => x.ReadUpTo, x => x.ReadUpTo > readUpTo ? x.ReadUpTo : readUpTo), cancel) > 0)
            await db.Set<ForumTopic>().Where(t => t.Id == topicId).ExecuteUpdateAsync(t => t.SetProperty(x => x.ViewsCount, x => x.ViewsCount + 1), cancel);
        else
            await own.Where(v => v.ReadUpTo < readUpTo).ExecuteUpdateAsync(v => v.SetProperty(x => x.ReadUpTo, readUpTo), cancel);
    }

    private async Task<bool> IsFirst(int topicId, int reader, int readUpTo, DateOnly today, CancellationToken cancel)
    {
        var visit = new ForumVisit { UserId = reader, TopicId = topicId, ReadUpTo = readUpTo, SeenOn = today };
        db.Add(visit);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            db.Entry(visit).State = EntityState.Detached; // another window of the same person was a moment faster, and was counted
            return false;
        }
    }
}
