using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Forum.Reading;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Writing;

[Access(Resource.Forum, Act.Create)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(AttachFiles.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = AttachFiles.MostBytes)]
public class NewModel(AppDb db, Me me, StartTopic start, KeepDraft keep, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public TopicForm Form { get; set; } = new();

    public IReadOnlyList<CategoryView> Categories { get; private set; } = [];
    public IHtmlContent? Preview { get; private set; }
    public DateTime? DraftAt { get; private set; }

    /// <param name="dzial">The shelf from which the person came.</param>
    public async Task OnGetAsync(int? dzial, CancellationToken cancel)
    {
        await Load(cancel);
        Form.CategoryId = dzial;
        if (await db.Set<ForumDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.UserId == me.Id && d.TopicId == 0, cancel) is { } draft)
            (Form.Title, Form.Content, DraftAt) = (draft.Title ?? "", draft.Content, draft.SavedAt);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid)
        {
            var (topic, outcome) = await start.Run(Form, cancel);
            if (topic is not null)
            {
                this.Say(texts["Temat jest na forum. O odpowiedziach dowiesz się z powiadomień."]);
                return LocalRedirect(Url.Content("~" + ForumQueries.Address(topic.Id, topic.Slug)));
            }

            ModelState.AddModelError(outcome.Field ?? "", outcome.Refusal!);
        }

        await Load(cancel);
        return this.ShowAgain();
    }

    public async Task OnPostPodgladAsync(CancellationToken cancel)
    {
        Preview = MarkdownText.Preview(Form.Content, ForumMap.LongestContent);
        ModelState.Clear();
        await Load(cancel);
    }

    public async Task<IActionResult> OnPostSzkicAsync(CancellationToken cancel) =>
        await keep.Run(0, Form.Title, Form.Content, cancel) is { } at ? new JsonResult(new { at = at.ToWarsaw().ToString("H:mm:ss", System.Globalization.CultureInfo.InvariantCulture) }) : BadRequest();

    private async Task Load(CancellationToken cancel) =>
        Categories = await db.Shelves().ToListAsync(cancel);
}
