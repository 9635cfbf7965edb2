using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Search.Polish;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Writing;

/// <summary>Changes what one wrote, within the hour; what stood there before is kept.</summary>
public class EditPost(AppDb db, Me me, TimeProvider clock, Stemmer stemmer, IStringLocalizer<Texts> texts)
{
    /// <param name="title">Of a topic.</param>
    /// <param name="version">Of the text that the author began from.</param>
    public async Task<Outcome> Run(PostKind kind, int id, string? title, string? content, int version, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.FindPost(kind, id, cancel) is not { } post || !post.MayEdit(me, now))
            return Outcome.Refuse(texts["Wpis można zmieniać przez godzinę od wysłania. Dopisz poprawkę w odpowiedzi."]);
        if (PlainText.Clean(content) is not { Length: > 0 and <= ForumMap.LongestContent } words)
            return Outcome.Refuse(texts["Treść ma do 10 000 znaków."], "Form.Content");
        var line = PlainText.Line(title);
        if (kind == PostKind.Topic && line is not { Length: >= 5 and <= ForumMap.LongestTitle })
            return Outcome.Refuse(texts["Tytuł ma od 5 do 200 znaków."], "Form.Title");
        if (post.Version != version)
            return Late();
        db.Add(new ForumEdit { TopicId = kind == PostKind.Topic ? id : null, ReplyId = kind == PostKind.Reply ? id : null, UserId = post.AuthorId, Title = (post as ForumTopic)?.Title, Content = post.Content, ReplacedAt = now });
        (post.Content, post.UpdatedAt, post.Version) = (words, now, version + 1);
        if (post is ForumTopic topic)
            (topic.Title, topic.Slug) = (line!, StartTopic.SlugOf(line!));
        post.Terms = stemmer.TermsOf(kind == PostKind.Topic ? line! : "", words);
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Late();
        }
    }

    private Outcome Late() => Outcome.Refuse(texts["Ten wpis zmienił się, odkąd go otwierasz. Pod formularzem jest zapisana treść: przenieś z niej, co potrzebne, i zapisz jeszcze raz."]);
}
