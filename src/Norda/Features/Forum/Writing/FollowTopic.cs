using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Writing;

/// <summary>Whether a person is told of new replies in a topic.</summary>
public class FollowTopic(AppDb db, Me me, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(int topicId, bool isMuted, CancellationToken cancel)
    {
        if (me.Id is not { } person || !await db.Set<ForumTopic>().VisibleTo(me).AnyAsync(t => t.Id == topicId, cancel))
            return Outcome.Refuse(texts["Tego tematu już nie ma."]);
        var own = db.Set<ForumFollow>().Where(f => f.UserId == person && f.TopicId == topicId);
        if (await own.ExecuteUpdateAsync(f => f.SetProperty(x => x.IsMuted, isMuted), cancel) > 0)
            return Outcome.Done;
        db.Add(new ForumFollow { UserId = person, TopicId = topicId, IsMuted = isMuted });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            await own.ExecuteUpdateAsync(f => f.SetProperty(x => x.IsMuted, isMuted), cancel);
        }

        return Outcome.Done;
    }
}
