using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Membership.Deciding;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Assembly;

public sealed class SeatForm : ResolutionForm
{
    public SeatForm() => ResolutionBody = "Walne Zgromadzenie";

    public int BodyId { get; set; }
    public string? PersonName { get; set; }
    public string? Function { get; set; }
    public string? Since { get; set; }
    public string? Until { get; set; }
}

/// <summary>Bodies and terms as the office keeps them, former terms too.</summary>
[Access(Resource.ChamberBody, Act.Change)]
[ResponseCache(NoStore = true)]
public class EditBodiesModel(AppDb db, SaveBody save, SaveTerm term, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public SeatForm Form { get; set; } = new();

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Task { get; set; }

    public DateOnly Today { get; } = clock.Today();
    public IReadOnlyList<BodyView> Bodies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Bodies = await BodyView.Read(db, _ => true, cancel);

    public async Task<IActionResult> OnPostOrganAsync(CancellationToken cancel) => await Answer(await save.Run(Name, Task, cancel), "", texts["Organ dodany."], cancel);

    public async Task<IActionResult> OnPostKadencjaAsync(CancellationToken cancel) => await Answer(
        string.IsNullOrWhiteSpace(Form.Until) || MembershipTexts.ReadDay(Form.Until) is not null
            ? await term.Run(new SeatOrder(Form.BodyId, Form.PersonName, Form.Function, MembershipTexts.ReadDay(Form.Since), MembershipTexts.ReadDay(Form.Until), Form.Resolution(texts["Wybór władz"])), cancel)
            : Outcome.Refuse(texts["Wpisz dzień, na przykład 12.06.2030, albo zostaw puste pole."], "Until"), "Form.", texts["Kadencja zapisana."], cancel);

    public async Task<IActionResult> OnPostKoniecAsync(int id, string? day, CancellationToken cancel) => await Answer(await term.End(id, MembershipTexts.ReadDay(day), cancel), "", texts["Koniec kadencji zapisany."], cancel);

    private async Task<IActionResult> Answer(Outcome outcome, string prefix, string done, CancellationToken cancel)
    {
        if (outcome.Refusal is not { } refusal)
        {
            this.Say(done);
            return LocalRedirect(Url.Content("~/biuro/wladze"));
        }

        db.ChangeTracker.Clear();
        ModelState.Clear();
        ModelState.AddModelError(outcome.Field is { } field ? prefix + field : "", refusal);
        await OnGetAsync(cancel);
        return this.ShowAgain();
    }
}
