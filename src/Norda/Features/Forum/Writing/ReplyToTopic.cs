using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Search.Polish;
using Norda.Features.Notifications;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Forum.Writing;

/// <summary>Answers in a conversation. Whoever is named in it is told so; the others who follow are told that there is something new.</summary>
public class ReplyToTopic(AppDb db, Me me, AttachFiles attach, TimeProvider clock, Stemmer stemmer, TellNamed named, Notifier notifier, IStringLocalizer<Texts> texts)
{
    /// <returns>Number of the reply, or why there is none.</returns>
    public async Task<(int? Reply, Outcome Outcome)> Run(int topicId, PostForm form, CancellationToken cancel)
    {
        if (me.Id is not { } author)
            return (null, Outcome.Refuse(texts["Zaloguj się, żeby pisać na forum."]));
        if (PlainText.Clean(form.Content) is not { Length: > 0 } content)
            return (null, Outcome.Refuse(texts["Napisz treść."], "Form.Content"));
        var (files, unfit) = await attach.Run(form.Files, author, cancel);
        if (unfit is not null)
            return (null, Outcome.Refuse(unfit, "Form.Files"));
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The row of the topic decides: who locks or hides it at this moment comes before or after, never between.
        if (await db.Set<ForumTopic>().Where(t => t.Id == topicId && !t.IsLocked && t.HiddenAt == null).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastReplyAt, now).SetProperty(x => x.RepliesCount, x => x.RepliesCount + 1), cancel) == 0)
            return (null, Outcome.Refuse(texts["Ten temat jest zamknięty i nie można w nim pisać. Otwórz nowy temat."]));
        var reply = new ForumReply { TopicId = topicId, AuthorId = author, Content = content, CreatedAt = now, Terms = stemmer.TermsOf(content) };
        reply.Attachments.AddRange(files);
        db.Add(reply);
        await db.SaveChangesAsync(cancel);
        await db.Set<ForumDraft>().Where(d => d.UserId == author && d.TopicId == topicId).ExecuteDeleteAsync(cancel);
        await Tell(reply, cancel);
        await transaction.CommitAsync(cancel);
        return (reply.Id, Outcome.Done);
    }

    /// <summary>One key for both notices: whoever was named is not told a second time.</summary>
    private async Task Tell(ForumReply reply, CancellationToken cancel)
    {
        var topic = await db.Set<ForumTopic>().AsNoTracking().Where(t => t.Id == reply.TopicId).Select(t => new { t.Id, t.Title, t.Slug, t.AuthorId }).SingleAsync(cancel);
        var (key, plain) = ($"forum-reply:{reply.Id}", MarkdownText.Plain(reply.Content));
        var notice = new Notice(ForumNotices.Mentioned, key, texts["{0} zwraca się do Ciebie: {1}", me.Name, topic.Title], ForumQueries.Address(topic.Id, topic.Slug, reply.Id)) { Message = TellNamed.Message(plain), RelatedType = "forum_topic", RelatedId = topic.Id };
        await named.Run(plain, reply.AuthorId, db.Users.Where(u => u.Id == topic.AuthorId || db.Set<ForumReply>().Any(r => r.TopicId == topic.Id && r.AuthorId == u.Id)), notice, cancel);
        var (number, writer) = (topic.Id, reply.AuthorId);
        var followers = db.Users.Readers().Where(u => u.Id != writer && !db.Set<ForumFollow>().Any(f => f.TopicId == number && f.UserId == u.Id && f.IsMuted)
            && (u.Id == topic.AuthorId || db.Set<ForumFollow>().Any(f => f.TopicId == number && f.UserId == u.Id) || db.Set<ForumReply>().Any(r => r.TopicId == number && r.AuthorId == u.Id)));
        await notifier.TellAll(followers.Select(u => u.Id), notice with { Kind = ForumNotices.Replied, Title = texts["Nowa odpowiedź ({0}): {1}", me.Name, topic.Title] }, cancel);
    }
}
