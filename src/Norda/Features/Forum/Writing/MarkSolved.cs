using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Writing;

/// <summary>The author of a topic, or a moderator, says which reply solved it, or takes that back.</summary>
public class MarkSolved(AppDb db, Me me, IStringLocalizer<Texts> texts)
{
    /// <param name="replyId">Null takes it back.</param>
    public async Task<Outcome> Run(int topicId, int? replyId, CancellationToken cancel)
    {
        if (await db.Set<ForumTopic>().VisibleTo(me).SingleOrDefaultAsync(t => t.Id == topicId, cancel) is not { } topic || topic.AuthorId != me.Id && !me.Moderates())
            return Outcome.Refuse(texts["Rozwiązanie wskazuje autor tematu albo moderator."]);
        if (replyId is { } reply && !await db.Set<ForumReply>().AnyAsync(r => r.Id == reply && r.TopicId == topicId && r.HiddenAt == null, cancel))
            return Outcome.Refuse(texts["Tej odpowiedzi już nie ma."]);
        (topic.SolvedReplyId, topic.Version) = (replyId, topic.Version + 1);
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse(texts["Ten temat właśnie się zmienił. Spróbuj jeszcze raz."]);
        }
    }
}
