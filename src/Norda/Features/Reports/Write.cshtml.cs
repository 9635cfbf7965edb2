using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Reports;

/// <summary>Where anybody reports a text, without an account.</summary>
[Access(Resource.Report, Act.Create)]
[ResponseCache(NoStore = true)]
public class WriteModel(IEnumerable<IReportable> kinds, SendReport send, Me me, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public ReportForm Form { get; set; } = new();

    /// <summary>What the link led here from; null when somebody types an address.</summary>
    public Reportable? Found { get; private set; }

    public bool IsSent { get; private set; }

    public async Task OnGetAsync(string? rodzaj, int? id, int? wyslano, CancellationToken cancel)
    {
        IsSent = wyslano == 1;
        Form = new ReportForm { Kind = rodzaj, Id = id, Name = me.Name, Email = me.Email };
        await Find(cancel);
        if (Found is not null)
            Form.Url = Request.PublicUrl(Found.Url);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && await send.Run(Form, cancel) is { Refusal: { } refusal } outcome)
            ModelState.AddModelError(outcome.Field ?? "", refusal);
        if (ModelState.IsValid)
            return RedirectToPage(new { wyslano = 1 });
        await Find(cancel);
        return this.ShowAgain();
    }

    public string Kind => Form.Kind switch
    {
        "recommendation" => texts["Polecenie firmy"],
        "forum_topic" => texts["Temat na forum"],
        "forum_reply" => texts["Odpowiedź na forum"],
        "message" => texts["Prywatna wiadomość"],
        "classified" => texts["Ogłoszenie"],
        _ => texts["Strona firmy"],
    };

    private async Task Find(CancellationToken cancel)
    {
        if (Form.Id is { } number && kinds.FirstOrDefault(k => k.Kind == Form.Kind) is { } kind)
            Found = await kind.Find(number, cancel);
    }
}
