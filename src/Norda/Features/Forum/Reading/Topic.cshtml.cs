using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Forum.Writing;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Reading;

/// <summary>A conversation, twenty replies a page, with the form for the next one below.</summary>
[Access(Resource.Forum, Act.Read)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(AttachFiles.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostBytes)]
public class TopicModel(AppDb db, Me me, NoteVisit visit, ReplyToTopic reply, KeepDraft keep, FollowTopic follow, MarkSolved solve, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    private const int AtOnce = 20;
    private const int LongestQuote = 1500;

    [BindProperty(SupportsGet = true)]
    public int Strona { get; set; } = 1;

    [BindProperty]
    public PostForm Form { get; set; } = new();

    public TopicView Topic { get; private set; } = null!;
    public IReadOnlyList<PostView> Replies { get; private set; } = [];
    public IReadOnlyList<AttachedFile> Files { get; private set; } = [];
    public int Pages { get; private set; }
    public IHtmlContent? Preview { get; private set; }
    public DateTime Now => clock.GetUtcNow().UtcDateTime;
    public int? Reader => me.Id;
    public bool Moderates => me.Moderates();
    public bool MaySolve => Topic.AuthorId == me.Id || Moderates;
    public Me Me => me;

    /// <summary>What came since the last visit; on the first one nothing is marked.</summary>
    public bool IsNew(PostView post) => Topic.Visit is { } before && post.Id > before.ReadUpTo && post.AuthorId != me.Id;

    /// <param name="odpowiedz">Opens the page of this reply.</param>
    /// <param name="nowe">Leads to the first reply that came since the last visit.</param>
    /// <param name="cytat">A reply to quote; 0 quotes the topic.</param>
    public async Task<IActionResult> OnGetAsync(int id, string slug, int? odpowiedz, int? nowe, int? cytat, CancellationToken cancel)
    {
        if (await db.FindTopic(id, me, cancel) is not { } topic)
            return NotFound();
        if (slug != topic.Slug)
            return LocalRedirectPermanent(Url.Content("~" + ForumQueries.Address(id, topic.Slug)));
        Topic = topic;
        var all = db.Set<ForumReply>().Where(r => r.TopicId == id);
        if (nowe is not null && topic.Visit is { } before && await all.Where(r => r.HiddenAt == null && r.AuthorId != me.Id && r.Id > before.ReadUpTo).MinAsync(r => (int?)r.Id, cancel) is { } first)
            return LocalRedirect(Url.Content("~" + ForumQueries.Address(id, slug, first)));
        if (odpowiedz is { } wanted)
            Strona = await all.CountAsync(r => r.Id < wanted, cancel) / AtOnce + 1;
        await Read(all, cancel);
        Form.Content = cytat is { } quoted ? await Quote(quoted, cancel) : topic.Draft ?? "";
        var shown = Replies.Count == 0 ? 0 : Replies[^1].Id;
        await visit.Run(id, me.Id!.Value, topic.Visit, shown, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string slug, CancellationToken cancel)
    {
        if (await db.FindTopic(id, me, cancel) is not { } topic)
            return NotFound();
        if (!ModelState.IsValid)
            return await Again(topic, cancel);
        var (number, outcome) = await reply.Run(id, Form, cancel);
        if (outcome.Refusal is { } refusal)
        {
            ModelState.AddModelError(outcome.Field ?? "", refusal);
            return await Again(topic, cancel);
        }

        this.Say(texts["Odpowiedź jest już widoczna."]);
        return LocalRedirect(Url.Content("~" + ForumQueries.Address(id, topic.Slug, number)));
    }

    public async Task<IActionResult> OnPostPodgladAsync(int id, CancellationToken cancel)
    {
        if (await db.FindTopic(id, me, cancel) is not { } topic)
            return NotFound();
        Preview = MarkdownText.Preview(Form.Content, ForumMap.LongestContent);
        ModelState.Clear();
        Topic = topic;
        await Read(db.Set<ForumReply>().Where(r => r.TopicId == id), cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostSzkicAsync(int id, CancellationToken cancel) =>
        await keep.Run(id, null, Form.Content, cancel) is { } at ? new JsonResult(new { at = at.ToWarsaw().ToString("H:mm:ss", System.Globalization.CultureInfo.InvariantCulture) }) : BadRequest();

    public async Task<IActionResult> OnPostObserwujAsync(int id, string slug, bool wycisz, CancellationToken cancel)
    {
        var outcome = await follow.Run(id, wycisz, cancel);
        if (outcome.Refused)
            return NotFound();
        this.Say(wycisz ? texts["Temat wyciszony. O odpowiedziach w nim nie będzie powiadomień."] : texts["Obserwujesz ten temat. O odpowiedziach dowiesz się z powiadomień."]);
        return LocalRedirect(Url.Content($"~/forum/temat/{id}/{Uri.EscapeDataString(slug)}"));
    }

    /// <param name="odpowiedz">The reply that solved it; null takes that back.</param>
    public async Task<IActionResult> OnPostRozwiazanieAsync(int id, string slug, int? odpowiedz, CancellationToken cancel)
    {
        if (!await db.Set<ForumTopic>().VisibleTo(me).AnyAsync(t => t.Id == id, cancel))
            return NotFound();
        var outcome = await solve.Run(id, odpowiedz, cancel);
        this.Say(outcome.Refusal ?? (odpowiedz is null ? texts["Temat znów czeka na rozwiązanie."] : texts["Oznaczono rozwiązanie. Dziękujemy, przyda się następnym."]));
        return LocalRedirect(Url.Content($"~/forum/temat/{id}/{Uri.EscapeDataString(slug)}"));
    }

    public string PageAddress(int page) => Url.Content($"~/forum/temat/{Topic.Id}/{Topic.Slug}") + (page > 1 ? $"?strona={page}" : "");

    private async Task<IActionResult> Again(TopicView topic, CancellationToken cancel)
    {
        Topic = topic;
        await Read(db.Set<ForumReply>().Where(r => r.TopicId == topic.Id), cancel);
        return this.ShowAgain();
    }

    private async Task Read(IQueryable<ForumReply> all, CancellationToken cancel)
    {
        var total = await all.CountAsync(cancel);
        Pages = Math.Max(1, (total + AtOnce - 1) / AtOnce);
        Strona = Math.Clamp(Strona, 1, Pages);
        Replies = await all.OrderBy(r => r.Id).Skip((Strona - 1) * AtOnce).Take(AtOnce).Views().ToListAsync(cancel);
        Files = await db.FilesOf(Topic.Id, [.. Replies.Select(r => r.Id)], cancel);
    }

    private async Task<string> Quote(int reply, CancellationToken cancel)
    {
        var said = reply == 0 ? Topic.Post : Replies.FirstOrDefault(r => r.Id == reply) ?? await db.Set<ForumReply>().Where(r => r.Id == reply && r.TopicId == Topic.Id).Views().FirstOrDefaultAsync(cancel);
        if (said is null || said.HiddenAt is not null)
            return "";
        var words = said.Content.Length <= LongestQuote ? said.Content : said.Content[..LongestQuote] + "…";
        return $"> **{said.Author}:**\n> {words.Replace("\n", "\n> ", StringComparison.Ordinal)}\n\n";
    }
}
