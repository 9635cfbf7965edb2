using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Joining;

/// <summary>Where a declaration stands, for whoever holds a link of its letters; also where it is appealed or taken back.</summary>
[Access(Resource.Declaration, Act.Create)]
[ResponseCache(NoStore = true)]
[RequestSizeLimit(SendDocuments.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = SendDocuments.MostBytes)]
public class StatusModel(AppDb db, DeclarationLinks links, AppealDeclaration appeal, WithdrawDeclaration withdraw, SendDocuments send, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public string? Appeal { get; set; }

    /// <summary>Null when the link is not good (any more).</summary>
    public DeclarationState? State { get; private set; }

    /// <summary>What the firm sent through this page.</summary>
    public IReadOnlyList<SentFile> Sent { get; private set; } = [];

    public string Secret { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancel)
    {
        if (!await Load(secret, cancel))
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostOdwolanieAsync(string secret, CancellationToken cancel) =>
        await links.Open(secret, cancel) is { } declaration
            ? await this.Answer(await appeal.Run(declaration, Appeal, Request.LetterOrigin(), cancel), texts["Odwołanie wysłane. Decyzja przyjdzie na adres z deklaracji."], () => RedirectToPage(new { secret }), () => OnGetAsync(secret, cancel))
            : await OnGetAsync(secret, cancel);

    public async Task<IActionResult> OnPostDokumentyAsync(string secret, string? paper, List<IFormFile> files, CancellationToken cancel) =>
        await links.Open(secret, cancel) is { } declaration
            ? await this.Answer(await send.Run(declaration, paper, files, cancel), texts["Pliki wysłane. Biuro izby je obejrzy."], () => RedirectToPage(new { secret }), () => OnGetAsync(secret, cancel))
            : await OnGetAsync(secret, cancel);

    public async Task<IActionResult> OnPostWycofajAsync(string secret, CancellationToken cancel) =>
        await links.Open(secret, cancel) is { } declaration
            ? await this.Answer(await withdraw.Run(declaration, cancel), texts["Deklaracja wycofana."], () => RedirectToPage(new { secret }), () => OnGetAsync(secret, cancel))
            : await OnGetAsync(secret, cancel);

    private async Task<bool> Load(string secret, CancellationToken cancel)
    {
        Secret = secret;
        if (await links.Find(secret, cancel) is { } id)
        {
            State = await DeclarationState.Of(db.Set<Declaration>().AsNoTracking().Where(d => d.Id == id), clock.Today()).SingleAsync(cancel);
            Sent = await SentFile.Of(db, id, cancel);
        }

        return State is not null;
    }
}

/// <summary>A declaration as the firm itself reads it.</summary>
public sealed record DeclarationState(
    string Name, string Nip, DeclarationStatus Status, DateTime SubmittedAt, DateTime? DecidedAt, string Papers, string Asked, string? AskedNote, string? Resolution, string? Reason, DateOnly? AppealUntil, bool MayAppeal, int? Number, DateOnly? Since)
{
    public static IQueryable<DeclarationState> Of(IQueryable<Declaration> declarations, DateOnly today) => declarations.Select(d => new DeclarationState(
        d.Name, d.Nip, d.Status, d.SubmittedAt, d.DecidedAt, d.Papers, d.Asked, d.AskedNote, d.Resolution == null ? null : d.Resolution.Number + ", " + d.Resolution.Body, d.Reason, d.AppealUntil,
        d.Status == DeclarationStatus.Refused && d.AppealUntil >= today, d.Member == null ? null : d.Member.Number, d.Member == null ? null : d.Member.Since));

    public IReadOnlyList<DeclarationPaper> Missing => DeclarationPapers.Missing(Papers, Asked);

    public IReadOnlyList<DeclarationPaper> Awaited => DeclarationPapers.Awaited(Status, Papers, Asked);

    public bool IsOpen => Declaration.Open.Contains(Status);
}
