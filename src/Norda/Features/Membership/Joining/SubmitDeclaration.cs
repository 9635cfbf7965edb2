using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Mail;
using Norda.Features.Membership.Assembly;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Features.Membership.Joining;

/// <summary>What came of sending a declaration: its number and the secret of its page.</summary>
public sealed record Submitted(int? Id, string? Secret, Outcome Outcome);

/// <summary>Turns a finished draft into a declaration. Of two for one tax number, or of two presses, the database lets one through.</summary>
public class SubmitDeclaration(AppDb db, Me me, DeclarationDrafts drafts, StartDeclaration start, DeclarationLinks links, QueueMail mail, TimeProvider clock, IOptions<ChamberOptions> chamber, IStringLocalizer<Texts> texts)
{
    /// <param name="origin">Scheme and host of the addresses in the letters.</param>
    public async Task<Submitted> Run(string? draftSecret, string origin, CancellationToken cancel)
    {
        if (await drafts.Find(draftSecret, cancel) is not { } draft)
            return Refuse(texts["Ta deklaracja jest już wysłana albo wygasła. Link do jej stanu jest w wiadomości e-mail."]);
        var data = DeclarationData.Read(draft.Data);
        foreach (var part in new DeclarationPart[] { data.Firm, data.Person, data.Terms })
            if (part.Faults(texts, draft.IsByOffice).FirstOrDefault() is (_, { } fault))
                return Refuse(fault);
        if (await start.RefusalOf(data.Nip, cancel) is { } refusal)
            return Refuse(refusal);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<DeclarationDraft>().Where(d => d.Id == draft.Id).ExecuteDeleteAsync(cancel) == 0)
            return Refuse(texts["Ta deklaracja jest już wysłana albo wygasła. Link do jej stanu jest w wiadomości e-mail."]);
        var declaration = await Make(data, draft.IsByOffice, cancel);
        db.Add(declaration);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException twice) when (Races.IsUnique(twice))
        {
            return Refuse(texts["Deklaracja tej firmy już do nas dotarła. Link do jej stanu jest w wiadomości e-mail, którą wtedy wysłaliśmy."]);
        }

        var secret = links.Issue(declaration);
        Write(declaration, secret, origin);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new Submitted(declaration.Id, secret, Outcome.Done);
    }

    private static Submitted Refuse(string why) => new(null, null, Outcome.Refuse(why));

    private async Task<Declaration> Make(DeclarationData data, bool byOffice, CancellationToken cancel)
    {
        var (firm, person, terms) = (data.Firm, data.Person, data.Terms);
        Norda.Platform.PostalCode.TryParse(firm.PostalCode, out var code);
        return new Declaration
        {
            Nip = data.Nip, CompanyId = await db.Companies.Where(c => c.Nip == data.Nip).Select(c => (int?)c.Id).SingleOrDefaultAsync(cancel), EnteredBy = byOffice ? me.Id : null,
            Name = PlainText.Line(firm.Name)!, LegalName = PlainText.Line(firm.LegalName), Regon = Regon.TryParse(firm.Regon, out var regon) ? regon : null, Krs = Krs.TryParse(firm.Krs, out var krs) ? krs : null,
            Street = PlainText.Line(firm.Street), Building = PlainText.Line(firm.Building), Unit = PlainText.Line(firm.Unit), PostalCode = code, Town = PlainText.Line(firm.Town),
            Email = Address(firm.Email), Phone = Number(firm.Phone), Website = WebAddress.TryParse(firm.Website, out var site) ? site : null,
            RepresentativeName = PlainText.Line(person.Name)!, RepresentativeRole = PlainText.Line(person.Role), RepresentativeEmail = Address(person.Email), RepresentativePhone = Number(person.Phone),
            Staff = person.Heads!.Value, Kind = person.Kind, Newsletter = terms.Newsletter, Pictures = terms.Pictures,
            StatuteVersion = await db.Set<DocumentVersion>().StatuteOn(clock.Today()).Select(v => v.Label).SingleOrDefaultAsync(cancel) ?? DeclarationTerms.StatuteOnPaper, NoteVersion = DeclarationTerms.NoteVersion,
            SignedBy = terms.Signing == TermsPart.OnScreen ? PlainText.Line(terms.SignedBy) : null,
            Papers = DeclarationPapers.Write(terms.Signing == TermsPart.OnScreen ? [DeclarationPaper.Signature] : []), SubmittedAt = clock.GetUtcNow().UtcDateTime,
        };
    }

    /// <summary>The firm learns where to look, the office that somebody waits. What the office itself copied it knows.</summary>
    private void Write(Declaration declaration, string secret, string origin)
    {
        if (DeclarationLetters.ReaderOf(declaration) is { } reader)
            mail.Run(DeclarationLetters.Received(texts, reader, declaration, secret, origin));
        if (declaration.EnteredBy is null && chamber.Value.Email is { } office)
            mail.Run(DeclarationLetters.ToOffice(texts, office, declaration, origin));
    }

    private static string? Address(string? typed) => Email.TryParse(typed, out var address) ? address : null;

    private static string? Number(string? typed) => Phone.TryParse(typed, out var phone) ? phone.ToString() : null;
}
