using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Norda.Data;
using Norda.Features.Accounts.Care;
using Norda.Features.Accounts.Invitations;
using Norda.Features.Directory.Care;
using Norda.Features.Mail;
using Norda.Features.Membership.Joining;
using Norda.Platform;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Membership.Deciding;

/// <summary>What the board decided about a firm that it lets in.</summary>
/// <param name="Since">First day of membership.</param>
/// <param name="Number">In the register; null takes the next one.</param>
/// <param name="FreeOfEntryFee">The same resolution lets the entry fee go.</param>
public sealed record Admission(ResolutionName Resolution, DateOnly? Since, int? Number, int? BandId, MemberKind Kind, int? CategoryId, bool FreeOfEntryFee);

/// <summary>The number of the new member and the sum that was charged, or why there is none.</summary>
public sealed record Admitted(int? Number, decimal Charged, Outcome Outcome);

/// <summary>
/// Lets a firm in: the entry of the directory, the membership with its number, the representative's way in, the entry fee, the letter. All
/// but the fees is one transaction; what is not charged then is charged with the next run.
/// </summary>
public class AdmitFirm(
    AppDb db, Me me, NameResolution resolutions, ListMember list, WelcomeOwner welcome, MarkMembers mark, IEnumerable<IMemberFees> fees, QueueMail mail, TimeProvider clock, IStringLocalizer<Texts> texts)
{
    private const int MostNumber = 1_000_000;
    private static readonly DateOnly Oldest = new(1989, 5, 30); // the act on chambers of commerce

    /// <param name="origin">Scheme and host of the addresses in the letter.</param>
    public async Task<Admitted> Run(int id, Admission admission, string origin, CancellationToken cancel)
    {
        if (await FaultOf(admission, cancel) is { } fault)
            return new Admitted(null, 0, fault);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (member, outcome) = await Admit(id, admission, admission.Since!.Value, origin, cancel);
        if (member is null)
            return new Admitted(null, 0, outcome);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        var charged = 0m;
        foreach (var fee in fees)
            charged += await fee.Charge(member.CompanyId, member.Since, cancel);
        return new Admitted(member.Number, charged, Outcome.Done);
    }

    private async Task<Outcome?> FaultOf(Admission admission, CancellationToken cancel)
    {
        if (!me.IsOffice)
            return Outcome.Refuse(texts["To może zrobić tylko biuro izby."]);
        if (admission.Since is not { } since || since < Oldest || since > clock.Today().AddYears(1))
            return Outcome.Refuse(texts["Podaj pierwszy dzień członkostwa, na przykład 1.12.2026; najdalej za rok."], "Since");
        if (admission.Number is < 1 or > MostNumber)
            return Outcome.Refuse(texts["Numer członkowski to liczba od 1 do 1 000 000. Puste pole: następny wolny."], "Number");
        if (admission.BandId is { } band && !await db.Set<MemberBand>().AnyAsync(b => b.Id == band, cancel))
            return Outcome.Refuse(texts["Wybierz przedział z listy."], "BandId");
        if (admission.CategoryId is { } category && !await db.Categories.AnyAsync(c => c.Id == category, cancel))
            return Outcome.Refuse(texts["Wybierz branżę z listy."], "CategoryId");
        return Enum.IsDefined(admission.Kind) ? null : Outcome.Refuse(texts["Wybierz rodzaj członkostwa."], "Kind");
    }

    private async Task<(Member? Member, Outcome Outcome)> Admit(int id, Admission admission, DateOnly since, string origin, CancellationToken cancel)
    {
        if (await db.Set<Declaration>().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { IsOpen: true } declaration)
            return (null, await db.Closed(id, texts, cancel));
        if (DeclarationPapers.Missing(declaration.Papers, declaration.Asked).Count > 0)
            return (null, Outcome.Refuse(texts["Brakuje dokumentów. Najpierw odnotuj, że są w biurze."]));
        var (resolution, outcome) = await resolutions.Run(admission.Resolution, cancel);
        if (resolution is null)
            return (null, outcome);
        try
        {
            if (await list.Run(Declared(declaration, admission.CategoryId), cancel) is not { } firm)
                return (null, Outcome.Refuse(texts["Ktoś właśnie zapisał zmiany w tej firmie. Spróbuj jeszcze raz."]));
            if (await db.Set<Member>().AnyAsync(m => m.CompanyId == firm && (m.Until == null || m.Until >= since), cancel))
                return (null, Outcome.Refuse(texts["Ta firma jest w tym czasie już w izbie."], "Since"));
            var member = await Enter(declaration, admission, since, firm, resolution, cancel);
            var button = await welcome.Run(firm, declaration.Nip, declaration.RepresentativeEmail, origin, cancel);
            if (DeclarationLetters.ReaderOf(declaration) is { } reader)
                mail.Run(DeclarationLetters.Admitted(texts, reader, declaration, member, resolution.Called, button));
            await db.SaveChangesAsync(cancel);
            await mark.Run(db.Set<Member>().On(clock.Today()).Select(m => m.CompanyId), firm, cancel);
            if (admission.FreeOfEntryFee)
                foreach (var fee in fees)
                    await fee.FreeFromEntryFee(firm, since, resolution.Id, cancel);
            return (member, Outcome.Done);
        }
        catch (DbUpdateException late) when (Races.IsLost(late))
        {
            return (null, admission.Number is null ? Outcome.Refuse(texts["Ktoś właśnie przyjął inną firmę albo tę samą. Odśwież stronę i spróbuj jeszcze raz."]) : Outcome.Refuse(texts["Ten numer ma już inny członek. Zostaw puste pole, a damy następny wolny."], "Number"));
        }
    }

    private async Task<Member> Enter(Declaration declaration, Admission admission, DateOnly since, int firm, Resolution resolution, CancellationToken cancel)
    {
        var member = new Member
        {
            Number = admission.Number ?? (await db.Set<Member>().MaxAsync(m => (int?)m.Number, cancel) ?? 0) + 1, CompanyId = firm, Kind = admission.Kind, Since = since, ResolutionId = resolution.Id,
            BandId = admission.BandId, Staff = declaration.Staff, RepresentativeName = declaration.RepresentativeName, CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(member);
        await db.SaveChangesAsync(cancel);
        (declaration.Status, declaration.CompanyId, declaration.MemberId, declaration.ResolutionId) = (DeclarationStatus.Admitted, firm, member.Id, resolution.Id);
        (declaration.DecidedBy, declaration.DecidedAt) = (me.Id, clock.GetUtcNow().UtcDateTime);
        declaration.Version++;
        await db.SaveChangesAsync(cancel); // the way in looks up what was declared
        return member;
    }

    private static DeclaredFirm Declared(Declaration d, int? category) => new(d.Nip, d.Name, d.LegalName, d.Regon, d.Krs, d.Email, d.Phone, d.Website)
    {
        Street = d.Street, Building = d.Building, Unit = d.Unit, PostalCode = d.PostalCode, Town = d.Town, Staff = d.Staff, CategoryId = category,
    };
}
