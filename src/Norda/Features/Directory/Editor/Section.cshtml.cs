using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.Map;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Editor;

/// <summary>Single values of the profile: data, address, description.</summary>
[Access(Resource.CompanyProfile, Act.Change)]
public class SectionModel(AppDb db, Me me, Drafts drafts, SaveSection save, IStringLocalizer<Texts> texts) : EditorPage(db, me, drafts)
{
    public ProfileSection Section { get; private set; } = null!;
    public IReadOnlyList<EditorField<Company>> Fields { get; private set; } = [];
    public IHtmlContent? Preview { get; private set; }
    public bool HasPreview => Fields.Any(f => f.Kind == FieldKind.Markdown);

    public MapView? Map => BaseMap.Find(Checks.Number(Form.GetValueOrDefault("latitude")), Checks.Number(Form.GetValueOrDefault("longitude")), Form.GetValueOrDefault("town")) is { } place
        ? new MapView(Firm.Name, [new Pin(Firm.Name[..1].ToUpperInvariant(), Firm.Name, place, Active: true)], 640, 320)
        : null;

    public async Task<IActionResult> OnGetAsync(string dzial, CancellationToken cancel)
    {
        if (!await Find(dzial, cancel))
            return NotFound();
        var firm = await Db.Companies.AsNoTracking().SingleAsync(c => c.Id == Firm.Id, cancel);
        var values = SaveSection.Values(firm, Fields);
        Form = new Dictionary<string, string?>(values, StringComparer.Ordinal);
        Visible = new Dictionary<string, Visibility>(firm.FieldVisibility, StringComparer.Ordinal);
        Seen = Fingerprint.Of(values);
        await TakeDraft(dzial, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string dzial, CancellationToken cancel)
    {
        if (!await Find(dzial, cancel))
            return NotFound();
        var saved = await save.Run(Firm.Id, Section, Typed, cancel);
        if (!saved.IsDone)
            return Again(saved);
        this.Say(texts["Zapisano. Zmiana jest już w katalogu."]);
        return LocalRedirect(Link("/moja-firma/" + dzial));
    }

    public async Task<IActionResult> OnPostSzkicAsync(string dzial, CancellationToken cancel) => await Find(dzial, cancel) ? await KeepDraft(dzial, cancel) : NotFound();

    public async Task<IActionResult> OnPostOdrzucAsync(string dzial, CancellationToken cancel) => await Find(dzial, cancel) ? await DropDraft(dzial, "/moja-firma/" + dzial, cancel) : NotFound();

    public async Task<IActionResult> OnPostPodgladAsync(string dzial, CancellationToken cancel)
    {
        if (!await Find(dzial, cancel))
            return NotFound();
        var text = PlainText.Clean(Fields.Where(f => f.Kind == FieldKind.Markdown).Select(f => Form.GetValueOrDefault(f.Key)).FirstOrDefault());
        Preview = MarkdownText.Preview(text, 20_000);
        return Page();
    }

    private async Task<bool> Find(string dzial, CancellationToken cancel)
    {
        Section = ProfileSection.Find(dzial)!;
        if (Section is null || !await Open(cancel))
            return false;
        Fields = Section.FieldsFor(Me.IsOffice);
        Lists = await Db.EditorChoices(Fields, cancel);
        Sources = await Db.Set<FieldSource>().Where(s => s.CompanyId == Firm.Id).ToDictionaryAsync(s => s.Field, s => (s.Source, s.TakenAt), cancel);
        return true;
    }
}
