using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Writing;

/// <summary>Keeps what a person is typing; an empty text is no draft.</summary>
public class KeepDraft(AppDb db, Me me, TimeProvider clock)
{
    /// <param name="topicId">0 for a new topic.</param>
    /// <returns>When it was kept; null when it is longer than any post.</returns>
    public async Task<DateTime?> Run(int topicId, string? title, string? content, CancellationToken cancel)
    {
        var (text, line, now) = (PlainText.Clean(content), PlainText.Line(title), clock.GetUtcNow().UtcDateTime);
        if (text.Length > ForumMap.LongestContent || line?.Length > ForumMap.LongestTitle || topicId != 0 && !await db.Set<ForumTopic>().VisibleTo(me).AnyAsync(t => t.Id == topicId, cancel))
            return null;
        var own = db.Set<ForumDraft>().Where(d => d.UserId == me.Id && d.TopicId == topicId);
        if (text.Length == 0 && line is null)
        {
            await own.ExecuteDeleteAsync(cancel);
            return now;
        }

        Task<int> Replace() => own.ExecuteUpdateAsync(d => d.SetProperty(x => x.Title, line).SetProperty(x => x.Content, text).SetProperty(x => x.SavedAt, now), cancel);
        if (await Replace() > 0)
            return now;
        db.Add(new ForumDraft { UserId = me.Id!.Value, TopicId = topicId, Title = line, Content = text, SavedAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            await Replace(); // another window of the same person was a moment faster
        }

        return now;
    }
}
