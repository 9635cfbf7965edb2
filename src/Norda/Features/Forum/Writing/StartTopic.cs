using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Data.Search.Polish;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Forum.Writing;

public class PostForm
{
    [Required(ErrorMessage = "Napisz treść.")]
    [StringLength(ForumMap.LongestContent, ErrorMessage = "Treść ma do 10 000 znaków.")]
    public string Content { get; set; } = "";

    public List<IFormFile> Files { get; set; } = [];
}

public sealed class TopicForm : PostForm
{
    [Required(ErrorMessage = "Napisz, o czym chcesz porozmawiać.")]
    [StringLength(ForumMap.LongestTitle, MinimumLength = 5, ErrorMessage = "Tytuł ma od 5 do 200 znaków.")]
    public string Title { get; set; } = "";

    [Required(ErrorMessage = "Wybierz dział forum.")]
    public int? CategoryId { get; set; }
}

/// <summary>Opens a conversation.</summary>
public class StartTopic(AppDb db, Me me, AttachFiles attach, TimeProvider clock, Stemmer stemmer, TellNamed named, IStringLocalizer<Texts> texts)
{
    public async Task<(ForumTopic? Topic, Outcome Outcome)> Run(TopicForm form, CancellationToken cancel)
    {
        if (me.Id is not { } author)
            return (null, Outcome.Refuse(texts["Zaloguj się, żeby pisać na forum."]));
        if (!await db.Set<ForumCategory>().AnyAsync(c => c.Id == form.CategoryId, cancel))
            return (null, Outcome.Refuse(texts["Wybierz dział forum."], "Form.CategoryId"));
        if (PlainText.Line(form.Title) is not { } title)
            return (null, Outcome.Refuse(texts["Napisz, o czym chcesz porozmawiać."], "Form.Title"));
        if (PlainText.Clean(form.Content) is not { Length: > 0 } content)
            return (null, Outcome.Refuse(texts["Napisz treść."], "Form.Content"));
        var (files, unfit) = await attach.Run(form.Files, author, cancel);
        if (unfit is not null)
            return (null, Outcome.Refuse(unfit, "Form.Files"));
        var now = clock.GetUtcNow().UtcDateTime;
        var topic = new ForumTopic { Title = title, Slug = SlugOf(title), CategoryId = form.CategoryId!.Value, AuthorId = author, Content = content, CreatedAt = now, LastReplyAt = now, Terms = stemmer.TermsOf(title, content) };
        topic.Attachments.AddRange(files);
        db.Add(topic);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await db.Set<ForumDraft>().Where(d => d.UserId == author && d.TopicId == 0).ExecuteDeleteAsync(cancel);
        await Tell(topic, cancel);
        await transaction.CommitAsync(cancel);
        return (topic, Outcome.Done);
    }

    private Task Tell(ForumTopic topic, CancellationToken cancel)
    {
        var plain = MarkdownText.Plain(topic.Content);
        var notice = new Notice(ForumNotices.Mentioned, $"forum-topic:{topic.Id}", texts["{0} zwraca się do Ciebie: {1}", me.Name, topic.Title], ForumQueries.Address(topic.Id, topic.Slug)) { Message = TellNamed.Message(plain), RelatedType = "forum_topic", RelatedId = topic.Id };
        return named.Run(plain, topic.AuthorId, db.Users.Where(u => false), notice, cancel);
    }

    public static string SlugOf(string title) => Slug.From(title) is { Length: > 0 } slug ? slug : "rozmowa";
}
