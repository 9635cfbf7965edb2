using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Mail.Previews;

/// <summary>Every letter that the application can send, and those that lie in the folder; only in development.</summary>
[Access(Resource.Kit, Act.Read)]
public class IndexModel(IHostEnvironment environment, IEnumerable<LetterPreview> previews, IOptions<MailOptions> mail, IOptions<ChamberOptions> chamber) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<ShownLetter> Letters { get; private set; } = [];
    public IReadOnlyList<FileInfo> Files { get; private set; } = [];
    public string Folder => mail.Value.Folder;

    public IActionResult OnGet()
    {
        if (!environment.IsDevelopment())
            return NotFound();
        Letters = [.. previews.Select((p, i) => (Preview: p, Letter: p.Sample(HttpContext.RequestServices), Number: i)).Select(p => new ShownLetter(p.Number, p.Preview.Title, LetterPreview.KindOf(p.Letter.UniqueKey), p.Letter.Subject, LetterLayout.Text(p.Letter, chamber.Value.Name)))];
        var folder = new DirectoryInfo(Folder);
        Files = folder.Exists ? [.. folder.EnumerateFiles("*.eml").OrderByDescending(f => f.LastWriteTimeUtc).Take(Shown)] : [];
        return Page();
    }
}

public sealed record ShownLetter(int Number, string Title, string Kind, string Subject, string Text);
