using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Directory.Quality;
using Norda.Features.Directory.Requests;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Directory.Editor;

/// <summary>The firm's own room: what its profile has, and what it lacks.</summary>
[Access(Resource.CompanyProfile, Act.Change)]
public class IndexModel(AppDb db, Me me, Drafts drafts, SaveFirm firms, SendProfileRequest send, TimeProvider clock, IStringLocalizer<Texts> texts) : EditorPage(db, me, drafts)
{
    public int Points { get; private set; }
    public int Score { get; private set; }
    public DateTime? VerifiedAt { get; private set; }
    public IReadOnlyList<ProfileCriterion> Missing { get; private set; } = [];
    public int Minutes => Missing.Sum(m => m.Minutes);
    public IReadOnlyList<Room> Rooms { get; private set; } = [];
    public IReadOnlyList<(int Id, string Name)> OtherFirms { get; private set; } = [];
    public string? LinkEmail { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Asked is null && Me.IsOffice && !Me.Companies.Any(c => c.Role >= CompanyRole.Editor))
            return LocalRedirect(Url.Content("~/biuro/firmy"));
        return await Open(cancel) ? await Show(cancel) : NotFound();
    }

    public async Task<IActionResult> OnPostLinkAsync(string? email, CancellationToken cancel)
    {
        if (!Me.IsOffice || !await Open(cancel))
            return NotFound();
        if (await send.Run(Firm.Id, email, Request.LetterOrigin(), cancel) is { Refusal: { } refusal })
        {
            await Show(cancel);
            LinkEmail = email;
            return Again(Saved.Refuse("", refusal));
        }

        this.Say(texts["List z linkiem jest w drodze."]);
        return LocalRedirect(Link("/moja-firma"));
    }

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        var firm = (await firms.Load(Firm.Id, cancel))!;
        var state = new ProfileState(firm, firm.Services.Count, firm.Competencies.Count, firm.SocialProfiles.Count(p => p.IsValid != false), clock.GetUtcNow().UtcDateTime);
        Points = state.Points;
        Missing = [.. ProfileCriterion.All.Where(c => !c.IsMet(state)).OrderByDescending(c => c.Minutes > 0).ThenByDescending(c => c.Points)];
        (Score, VerifiedAt, LinkEmail) = (QualityScore.Of(state), firm.Quality?.LastVerifiedAt, firm.Email);
        var kept = await Db.Set<ProfileDraft>().Where(d => d.CompanyId == firm.Id && d.UserId == Me.Id).Select(d => d.Section).ToListAsync(cancel);
        Rooms =
        [
            .. ProfileSection.All.Select(s => new Room(s.Slug, s.Title, s.Icon, FieldsIn(s, firm), kept.Contains(s.Slug))),
            .. ListSections.All.Select(s => new Room(s.Slug, s.Title, s.Icon, EntriesIn(s, firm), false)),
            new Room("zdjecia", "Logo i zdjęcia", "eye", firm.Photos.Count == 0 ? texts["jeszcze nic"] : Plural.Of(firm.Photos.Count, texts["zdjęcie|zdjęcia|zdjęć"]), false),
        ];
        var mine = Me.Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId).ToList();
        if (mine.Count > 1)
            OtherFirms = [.. (await Db.Companies.Where(c => mine.Contains(c.Id)).OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancel)).Select(c => (c.Id, c.Name))];
        return Page();
    }

    private string FieldsIn(ProfileSection section, Company firm) =>
        texts["wypełnione {0} z {1} pól", section.Fields.Count(f => f.Get(firm) is not null), section.Fields.Count];

    private string EntriesIn(ListSection section, Company firm) =>
        section.Entries(firm, clock.Today()) is { Count: > 0 } entries ? string.Join(", ", entries.Take(3).Select(e => e.Title)) + (entries.Count > 3 ? " …" : "") : texts["jeszcze nic"];
}

/// <summary>A page of the editor in the overview; Title is a key of the texts, Content says what is in it.</summary>
public sealed record Room(string Slug, string Title, string Icon, string Content, bool HasDraft);
