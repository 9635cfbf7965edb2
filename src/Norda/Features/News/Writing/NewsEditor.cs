using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Platform;

namespace Norda.Features.News.Writing;

/// <summary>What the pages of new and of changed news share.</summary>
public abstract class NewsEditor(SaveNews save, IStringLocalizer<Texts> texts) : PageModel
{
    protected IStringLocalizer<Texts> Texts { get; } = texts;

    [BindProperty]
    public NewsForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Null while nothing is there yet.</summary>
    public NewsPost? Post { get; protected set; }

    public IHtmlContent? Preview { get; protected set; }
    public string Address => Url.Content(Post is { } post ? $"~/biuro/aktualnosci/{post.Id}" : "~/biuro/aktualnosci/nowa");

    protected IActionResult ShowPreview()
    {
        ModelState.Clear();
        Preview = MarkdownText.Preview(Form.Content, NewsMap.LongestContent);
        return Page();
    }

    protected async Task<IActionResult> Save(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return this.ShowAgain();
        var (saved, outcome) = await save.Run(Post?.Id, Form, Upload, cancel);
        if (saved is null)
        {
            ModelState.AddModelError(outcome.Field is null ? "" : outcome.Field == nameof(Upload) ? outcome.Field : "Form." + outcome.Field, outcome.Refusal!);
            return this.ShowAgain();
        }

        this.Say(saved.PublishedAt is null ? Texts["Szkic zapisany. Widzi go tylko biuro."] : saved.PublishedAt > saved.UpdatedAt ? Texts["Zapisano. Aktualność pojawi się sama o wybranej porze."] : Texts["Aktualność jest na stronie."]);
        return LocalRedirect(Url.Content($"~/biuro/aktualnosci/{saved.Id}"));
    }
}
