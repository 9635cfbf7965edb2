using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Writing;

/// <summary>Takes back what one wrote, within the hour; a topic only while nobody has answered in it.</summary>
public class DeletePost(AppDb db, Me me, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(PostKind kind, int id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Whoever answers at this moment finds the topic hidden, or is here first and keeps it.
        if (kind == PostKind.Topic && await db.Set<ForumTopic>().Where(t => t.Id == id && t.AuthorId == me.Id && t.HiddenAt == null && t.RepliesCount == 0 && t.Replies.Count == 0)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.HiddenAt, now), cancel) == 0)
            return Outcome.Refuse(texts["W tym temacie są już odpowiedzi, więc zostaje. Możesz go jeszcze poprawić."]);
        if (await db.FindPost(kind, id, cancel) is not { } post || post.AuthorId != me.Id || now - post.CreatedAt > ForumPost.EditWindow || post is ForumReply { HiddenAt: not null })
            return Outcome.Refuse(texts["Wpis można usunąć przez godzinę od wysłania."]);
        if (post is ForumReply { Topic: var topic } && topic.SolvedReplyId == id)
            (topic.SolvedReplyId, topic.Version) = (null, topic.Version + 1);
        db.Remove(post);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse(texts["Ten wpis właśnie się zmienił. Przeczytaj go jeszcze raz."]);
        }

        if (post is ForumReply reply)
            await db.Recount(reply.TopicId, cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
