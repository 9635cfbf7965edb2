using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Forum.Moderation;

/// <summary>A moderator takes a topic or a reply out of sight. The author keeps seeing it, with the reason.</summary>
public class HidePost(AppDb db, Me me, TimeProvider clock, Notifier notifier, IStringLocalizer<Texts> texts)
{
    /// <param name="reason">As the author reads it.</param>
    public async Task<Outcome> Run(PostKind kind, int id, string? reason, CancellationToken cancel)
    {
        var why = PlainText.Clean(reason);
        if (why.Length is 0 or > ForumMap.LongestReason)
            return Outcome.Refuse(texts["Napisz autorowi, dlaczego ukrywasz wpis (do 1000 znaków)."], "Reason");
        return await Change(kind, id, why, tells: true, cancel);
    }

    /// <summary>Upon a report, which itself tells the author.</summary>
    internal Task<Outcome> WithoutNotice(PostKind kind, int id, string statement, CancellationToken cancel) => Change(kind, id, statement[..Math.Min(statement.Length, ForumMap.LongestReason)], tells: false, cancel);

    private async Task<Outcome> Change(PostKind kind, int id, string reason, bool tells, CancellationToken cancel)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        if (await db.FindPost(kind, id, cancel) is not { HiddenAt: null } post)
            return Outcome.Refuse(texts["Tego wpisu już nie ma albo jest już ukryty."]);
        (post.HiddenAt, post.HiddenBy, post.HiddenReason, post.Version) = (clock.GetUtcNow().UtcDateTime, me.Id, reason, post.Version + 1);
        var topic = post as ForumTopic ?? ((ForumReply)post).Topic;
        if (topic.SolvedReplyId == id && kind == PostKind.Reply)
            (topic.SolvedReplyId, topic.Version) = (null, topic.Version + 1);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse(texts["Ten wpis właśnie się zmienił. Przeczytaj go jeszcze raz."]);
        }

        await db.Recount(topic.Id, cancel);
        if (tells)
            await notifier.Tell(post.AuthorId, new Notice(ForumNotices.Moderated, $"forum-hidden:{kind.Word()}:{id}:{post.Version}", texts["Ukryliśmy Twój wpis na forum: {0}", topic.Title], ForumQueries.Address(topic.Id, topic.Slug, kind == PostKind.Reply ? id : null))
            { Message = texts["Powód: {0}", reason], RelatedType = "forum_topic", RelatedId = topic.Id }, cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        return Outcome.Done;
    }
}

/// <summary>Puts a hidden post back.</summary>
public class RestorePost(AppDb db, Notifier notifier, IStringLocalizer<Texts> texts)
{
    public async Task<Outcome> Run(PostKind kind, int id, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.FindPost(kind, id, cancel) is not { HiddenAt: not null } post)
            return Outcome.Refuse(texts["Tego wpisu już nie ma albo jest już widoczny."]);
        (post.HiddenAt, post.HiddenBy, post.HiddenReason, post.Version) = (null, null, null, post.Version + 1);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Refuse(texts["Ten wpis właśnie się zmienił. Przeczytaj go jeszcze raz."]);
        }

        var topic = post as ForumTopic ?? ((ForumReply)post).Topic;
        await db.Recount(topic.Id, cancel);
        await notifier.Tell(post.AuthorId, new Notice(ForumNotices.Moderated, $"forum-restored:{kind.Word()}:{id}:{post.Version}", texts["Twój wpis na forum jest znów widoczny: {0}", topic.Title], ForumQueries.Address(topic.Id, topic.Slug, kind == PostKind.Reply ? id : null)) { RelatedType = "forum_topic", RelatedId = topic.Id }, cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
