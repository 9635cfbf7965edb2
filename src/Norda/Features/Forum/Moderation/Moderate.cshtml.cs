using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Forum.Reading;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Moderation;

/// <summary>What moderators do with a post: pin, lock and move a topic; hide a post with a reason, and put it back.</summary>
[Access(Resource.ForumModeration, Act.Change)]
[ResponseCache(NoStore = true)]
public class ModerateModel(AppDb db, ModerateTopic moderate, HidePost hide, RestorePost restore, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public TopicSettings Settings { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public PostKind Kind { get; private set; }
    public ForumPost Post { get; private set; } = null!;
    public ForumTopic Topic { get; private set; } = null!;
    public string Author { get; private set; } = "";
    public IReadOnlyList<CategoryView> Categories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string rodzaj, int id, CancellationToken cancel)
    {
        if (!await Load(rodzaj, id, cancel))
            return NotFound();
        Settings = new TopicSettings { IsPinned = Topic.IsPinned, IsLocked = Topic.IsLocked, CategoryId = Topic.CategoryId, Version = Topic.Version };
        return Page();
    }

    /// <summary>Pin, lock, move.</summary>
    public async Task<IActionResult> OnPostAsync(string rodzaj, int id, CancellationToken cancel) =>
        !await Load(rodzaj, id, cancel) || Kind != PostKind.Topic ? NotFound()
            : await this.Answer(ModelState.IsValid ? await moderate.Run(id, Settings, cancel) : Outcome.Refuse(texts["Wybierz dział forum."], "Settings.CategoryId"), texts["Zapisano ustawienia tematu."], Back, () => Again(rodzaj, id, cancel));

    public async Task<IActionResult> OnPostUkryjAsync(string rodzaj, int id, CancellationToken cancel) =>
        !await Load(rodzaj, id, cancel) ? NotFound() : await this.Answer(await hide.Run(Kind, id, Reason, cancel), texts["Wpis jest ukryty. Autor zna powód."], Back, () => Again(rodzaj, id, cancel));

    public async Task<IActionResult> OnPostPokazAsync(string rodzaj, int id, CancellationToken cancel) =>
        !await Load(rodzaj, id, cancel) ? NotFound() : await this.Answer(await restore.Run(Kind, id, cancel), texts["Wpis jest znów widoczny."], Back, () => Again(rodzaj, id, cancel));

    private LocalRedirectResult Back() => LocalRedirect(Url.Content("~" + ForumQueries.Address(Topic.Id, Topic.Slug, Kind == PostKind.Reply ? Post.Id : null)));

    /// <summary>With the state of the topic as it is now: what was chosen is pressed again on it.</summary>
    private Task<IActionResult> Again(string rodzaj, int id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return OnGetAsync(rodzaj, id, cancel);
    }

    private async Task<bool> Load(string rodzaj, int id, CancellationToken cancel)
    {
        if (ForumQueries.KindOf(rodzaj) is not { } kind || await db.FindPost(kind, id, cancel) is not { } post)
            return false;
        (Kind, Post, Topic) = (kind, post, post as ForumTopic ?? ((ForumReply)post).Topic);
        Author = await db.Users.Where(u => u.Id == post.AuthorId).Select(u => u.Name).SingleAsync(cancel);
        Categories = await db.Shelves().ToListAsync(cancel);
        return true;
    }
}
