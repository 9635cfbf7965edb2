using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.People;
using Norda.Features.Directory;
using Norda.Features.Directory.Care;
using Norda.Features.Directory.Requests;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Office.Firms;

/// <summary>One firm as the office looks after it: state, people, verification, the link to its profile.</summary>
[Access(Resource.Firm, Act.Change)]
[ResponseCache(NoStore = true)]
public class ShowModel(AppDb db, ChangeFirmState change, VerifyFirm verify, SetAutomatic automatic, SendProfileRequest send, IStringLocalizer<Texts> texts) : PageModel
{
    private const int Shown = 5;

    public FirmCare Firm { get; private set; } = null!;
    public IReadOnlyList<PlaceView> People { get; private set; } = [];
    public IReadOnlyList<SentLink> Links { get; private set; } = [];

    /// <summary>The notes of a verification that came back.</summary>
    public string? Notes { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        var firm = await db.Companies.Where(c => c.Id == id).Select(c => new FirmCare(
            c.Id, c.Name, c.Slug, c.Nip, c.Email, c.Status, c.DataQuality, c.AcceptsAutomatically, c.CreatedAt, c.UpdatedAt, c.Quality!.QualityScore, c.Quality.LastVerifiedAt, c.Quality.VerifiedBy,
            c.Quality.VerificationNotes, c.Quality.VerificationCount, c.Quality.IssuesFound, c.Quality.IssuesFixed)).SingleOrDefaultAsync(cancel);
        if (firm is null)
            return NotFound();
        Firm = firm;
        People = await db.Set<CompanyUser>().Where(p => p.CompanyId == id && p.Status != CompanyUserStatus.Refused).OrderBy(p => p.Status).ThenBy(p => p.User.Name).Take(PlaceView.Most).Select(PlaceView.From).ToListAsync(cancel);
        Links = await db.Set<ProfileRequest>().Where(r => r.CompanyId == id).OrderByDescending(r => r.CreatedAt).Take(Shown).Select(r => new SentLink(r.SentTo, r.CreatedAt, r.SubmittedAt, r.DecidedAt, r.ExpiresAt)).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostStanAsync(int id, CompanyStatus stan, CancellationToken cancel) =>
        await Answer(id, await change.Run(id, stan, cancel), stan == CompanyStatus.Archived ? texts["Firma jest w archiwum. Możesz ją przywrócić."] : texts["Zapisano."], cancel);

    public async Task<IActionResult> OnPostSprawdzonoAsync(int id, string? notatka, int znalezione, int poprawione, CancellationToken cancel)
    {
        Notes = notatka;
        return await Answer(id, await verify.Run(id, notatka, znalezione, poprawione, cancel), texts["Zapisano sprawdzenie danych."], cancel);
    }

    public async Task<IActionResult> OnPostTrybAsync(int id, bool wlacz, CancellationToken cancel) =>
        await Answer(id, await automatic.Run(id, wlacz, cancel), wlacz ? texts["Zmiany tej firmy będą przyjmowane od razu."] : texts["Zmiany tej firmy będą czekać na biuro."], cancel);

    public async Task<IActionResult> OnPostLinkAsync(int id, string? email, CancellationToken cancel) =>
        await db.Companies.AnyAsync(c => c.Id == id, cancel) ? await Answer(id, await send.Run(id, email, Request.LetterOrigin(), cancel), texts["List z linkiem jest w drodze."], cancel) : NotFound();

    private Task<IActionResult> Answer(int id, Outcome outcome, string done, CancellationToken cancel) => this.Answer(outcome, done, () => RedirectToPage(new { id }), () => OnGetAsync(id, cancel));
}

public sealed record FirmCare(
    int Id, string Name, string Slug, string? Nip, string? Email, CompanyStatus State, DataQualityLevel Level, bool IsAutomatic, DateTime? CreatedAt, DateTime? UpdatedAt,
    int? Score, DateTime? VerifiedAt, string? VerifiedBy, string? Notes, int? Verifications, int? IssuesFound, int? IssuesFixed);

public sealed record SentLink(string To, DateTime At, DateTime? AnsweredAt, DateTime? DecidedAt, DateTime ExpiresAt);
