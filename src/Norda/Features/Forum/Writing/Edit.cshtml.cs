using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Writing;

/// <summary>Where authors mend what they wrote within the hour; others find nothing here.</summary>
[Access(Resource.Forum, Act.Change)]
[ResponseCache(NoStore = true)]
public class EditModel(AppDb db, Me me, EditPost edit, DeletePost delete, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public EditForm Form { get; set; } = new();

    public PostKind Kind { get; private set; }
    public ForumPost Post { get; private set; } = null!;
    public ForumTopic Topic { get; private set; } = null!;

    /// <summary>What is saved meanwhile, for who comes too late.</summary>
    public string? Saved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string rodzaj, int id, CancellationToken cancel)
    {
        if (!await Load(rodzaj, id, cancel))
            return NotFound();
        Form = new EditForm { Title = (Post as ForumTopic)?.Title, Content = Post.Content, Version = Post.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string rodzaj, int id, CancellationToken cancel)
    {
        if (!await Load(rodzaj, id, cancel))
            return NotFound();
        if (ModelState.IsValid && await edit.Run(Kind, id, Form.Title, Form.Content, Form.Version, cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (ModelState.IsValid)
        {
            this.Say(texts["Zapisano zmiany."]);
            return LocalRedirect(Url.Content("~" + ForumQueries.Address(Topic.Id, Topic.Slug, Kind == PostKind.Reply ? id : null)));
        }

        if (Post.Version != Form.Version)
        {
            Saved = Post is ForumTopic topic ? $"{topic.Title}\n\n{Post.Content}" : Post.Content;
            ModelState.SetModelValue("Form.Version", Post.Version, $"{Post.Version}");
        }

        return this.ShowAgain();
    }

    public async Task<IActionResult> OnPostUsunAsync(string rodzaj, int id, CancellationToken cancel)
    {
        if (!await Load(rodzaj, id, cancel))
            return NotFound();
        var (kind, topic) = (Kind, ForumQueries.Address(Topic.Id, Topic.Slug));
        db.ChangeTracker.Clear();
        var refusal = (await delete.Run(kind, id, cancel)).Refusal;
        this.Say(refusal ?? texts["Wpis usunięty."]);
        return LocalRedirect(Url.Content("~" + (refusal is null && kind == PostKind.Topic ? "/forum" : topic)));
    }

    private async Task<bool> Load(string rodzaj, int id, CancellationToken cancel)
    {
        if (ForumQueries.KindOf(rodzaj) is not { } kind || await db.FindPost(kind, id, cancel) is not { } post || !post.MayEdit(me, clock.GetUtcNow().UtcDateTime))
            return false;
        (Kind, Post, Topic) = (kind, post, post as ForumTopic ?? ((ForumReply)post).Topic);
        return true;
    }
}

public sealed class EditForm
{
    [StringLength(ForumMap.LongestTitle, MinimumLength = 5, ErrorMessage = "Tytuł ma od 5 do 200 znaków.")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Napisz treść.")]
    [StringLength(ForumMap.LongestContent, ErrorMessage = "Treść ma do 10 000 znaków.")]
    public string Content { get; set; } = "";

    public int Version { get; set; }
}
