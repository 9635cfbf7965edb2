using System.Net;
using Microsoft.EntityFrameworkCore;
using Norda.Data.Audit;
using Norda.Features.Accounts;
using Norda.Features.Directory;
using Norda.Features.Fees;
using Norda.Features.Membership;
using Norda.Features.Membership.Joining;
using Norda.Platform.Access;

namespace Norda.Tests.Membership;

/// <summary>Olga of the office takes declarations to the board and writes down what it decided.</summary>
public sealed class DecidingTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_firm_is_let_in_with_everything_that_follows()
    {
        var nip = Declaring.Nip();
        await Rates();
        var (_, secret) = await app.Client().Declare(nip, "Stolarnia Przyjęta", staff: "12");
        var id = (await app.Declaration(nip)).Id;
        var office = await app.Office();
        Assert.Single((await (await office.GetAsync($"/biuro/deklaracje/{id}")).Page()).QuerySelectorAll("h1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Admit(id, "40/2026")).StatusCode); // papers are missing
        await office.Complete(id);

        var answer = await office.Admit(id, "40/2026", "1.11.2026");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var paper = await app.Declaration(nip);
        var firm = await app.Db(db => db.Companies.SingleAsync(c => c.Nip == nip));
        Assert.Equal((DeclarationStatus.Admitted, firm.Id, new DateOnly(2026, 11, 1), "40/2026"), (paper.Status, paper.CompanyId, paper.Member!.Since, paper.Resolution!.Number));
        Assert.Equal((CompanyStatus.Active, "84-200", "10-49", "biuro@stolarnia.example"), (firm.Status, firm.Address.PostalCode, firm.StaffBand, firm.Email));
        Assert.Contains("Stolarnia Przyjęta", await app.Found("stolarnia przyjęta"));
        var fee = await app.Db(db => db.Set<Fee>().SingleAsync(f => f.CompanyId == firm.Id));
        Assert.Equal((11, 300m, 450m), (fee.FeeMonth, fee.EntryAmount, fee.Amount));
        var letter = Assert.Single(await app.Letters("declaration-admitted", id));
        Assert.Contains($"{paper.Member.Number}", letter.Text, StringComparison.Ordinal);
        Assert.Contains("/zaproszenie/", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"{paper.Member.Number}", (await (await app.Client().GetAsync($"/dolacz/status/{secret}")).Page()).Text(), StringComparison.Ordinal);
        Assert.True(await app.Db(db => db.Set<AuditEntry>().AnyAsync(e => e.TableName == "memberships" && e.RowKey.Contains($"{paper.MemberId}"))));
    }

    [Fact]
    public async Task The_entry_fee_is_let_go_by_the_same_resolution()
    {
        var nip = Declaring.Nip();
        await Rates();
        await app.Client().Declare(nip, "Mikrofirma");
        var id = (await app.Declaration(nip)).Id;
        var office = await app.Office();
        await office.Complete(id);

        await office.Admit(id, "41/2026", "2.11.2026", new() { ["Form.FreeOfEntryFee"] = "true" });

        var firm = (await app.Declaration(nip)).CompanyId;
        var fee = await app.Db(db => db.Set<Fee>().SingleAsync(f => f.CompanyId == firm));
        Assert.Equal((0m, 150m), (fee.EntryAmount, fee.Amount));
        Assert.Equal("41/2026", await app.Db(db => db.Set<FeeRate>().Where(r => r.CompanyId == firm && r.EntryFee == 0).Select(r => r.Resolution!.Number).SingleAsync()));
    }

    [Fact]
    public async Task An_entry_of_the_directory_is_tied_and_keeps_what_it_says()
    {
        var nip = Declaring.Nip();
        var known = await app.Firm("Stara Nazwa", town: "Puck", nip: nip, status: CompanyStatus.Inactive, more: c => c.Email = "stary@firma.example");
        await app.Client().Declare(nip, "Nowa Nazwa");
        var id = (await app.Declaration(nip)).Id;
        var office = await app.Office();
        await office.Complete(id);

        await office.Admit(id, "42/2026");

        var firm = await app.Db(db => db.Companies.SingleAsync(c => c.Nip == nip));
        Assert.Equal((known.Id, "Stara Nazwa", "stary@firma.example", CompanyStatus.Active, "Dworcowa"), (firm.Id, firm.Name, firm.Email, firm.Status, firm.Address.Street));
    }

    [Fact]
    public async Task People_who_wait_get_their_places()
    {
        var nip = Declaring.Nip();
        var (filip, ewa) = (await app.Person("Filip"), await app.Person("Ewa"));
        await app.Db(db => db.Users.Where(u => u.Id == filip.Id || u.Id == ewa.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.CompanyNip, nip)));
        await app.Client().Declare(nip, "Z Kontami", email: filip.Email!);
        var id = (await app.Declaration(nip)).Id;
        var office = await app.Office();
        await office.Complete(id);

        await office.Admit(id, "43/2026", "20.11.2026");

        var places = await app.Db(db => db.Set<CompanyUser>().Where(p => p.Company.Nip == nip).ToDictionaryAsync(p => p.UserId, p => (p.Role, p.Status)));
        Assert.Equal((CompanyRole.Owner, CompanyUserStatus.Approved), places[filip.Id]);
        Assert.Equal((CompanyRole.Viewer, CompanyUserStatus.Requested), places[ewa.Id]);
        Assert.Equal((true, false), (await IsMember(filip), await IsMember(ewa)));
    }

    [Fact]
    public async Task Missing_papers_are_asked_for_by_letter_and_noted_when_they_come()
    {
        var nip = Declaring.Nip();
        var (_, secret) = await app.Client().Declare(nip, "Bez Papierów", onScreen: false);
        var id = (await app.Declaration(nip)).Id;
        var office = await app.Office();

        await office.Tick(id, "Wyślij prośbę", "asked", "signature", "authority");

        Assert.Equal(DeclarationStatus.Incomplete, (await app.Declaration(nip)).Status);
        var letter = Assert.Single(await app.Letters("declaration-missing", id));
        Assert.Contains("Podpisana deklaracja", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Pełnomocnictwo", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Brakuje jeszcze dokumentów", (await (await app.Client().GetAsync($"/dolacz/status/{secret}")).Page()).Text(), StringComparison.Ordinal);

        await office.Complete(id);
        Assert.Equal(DeclarationStatus.Incomplete, (await app.Declaration(nip)).Status); // the authority was asked for too
        await office.Tick(id, "Zapisz dokumenty", "papers", "signature", "register", "authority");
        Assert.Equal(DeclarationStatus.Complete, (await app.Declaration(nip)).Status);
    }

    [Fact]
    public async Task A_refusal_has_a_reason_and_thirty_days_to_appeal()
    {
        var nip = Declaring.Nip();
        var (_, secret) = await app.Client().Declare(nip, "Odmówiona");
        var id = (await app.Declaration(nip)).Id;
        var office = await app.Office();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Refuse(office, id, "44/2026", "")).StatusCode);
        await Refuse(office, id, "44/2026", "Firma nie działa na naszym obszarze.");

        var paper = await app.Declaration(nip);
        Assert.Equal((DeclarationStatus.Refused, new DateOnly(2026, 12, 22)), (paper.Status, paper.AppealUntil));
        Assert.Contains("22 grudnia 2026", Assert.Single(await app.Letters("declaration-refused", id)).Text, StringComparison.Ordinal);
        Assert.Contains("22 grudnia 2026", (await (await app.Client().GetAsync($"/dolacz/status/{secret}")).Page()).Text(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await app.Client().Fill($"/dolacz/status/{secret}", "Wyślij odwołanie", new() { ["Appeal"] = "Krótko." })).StatusCode);
        await app.Client().Fill($"/dolacz/status/{secret}", "Wyślij odwołanie", new() { ["Appeal"] = "Działamy w Redzie od dwunastu lat, mamy tam halę." });
        Assert.Equal(DeclarationStatus.Appealed, (await app.Declaration(nip)).Status);

        await Refuse(office, id, "45/2026", "Po odwołaniu zarząd nie zmienił zdania.");
        Assert.Equal((DeclarationStatus.Refused, null), ((await app.Declaration(nip)).Status, (await app.Declaration(nip)).AppealUntil));
        Assert.DoesNotContain("Wyślij odwołanie", (await (await app.Client().GetAsync($"/dolacz/status/{secret}")).Page()).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appeal_after_the_last_day_is_too_late()
    {
        var nip = Declaring.Nip();
        var (_, secret) = await app.Client().Declare(nip, "Spóźniona");
        await Refuse(await app.Office(), (await app.Declaration(nip)).Id, "46/2026", "Brak działalności.");
        var page = await (await app.Client().GetAsync($"/dolacz/status/{secret}")).Page();
        await app.Db(db => db.Set<Declaration>().Where(d => d.Nip == nip).ExecuteUpdateAsync(d => d.SetProperty(x => x.AppealUntil, new DateOnly(2026, 11, 21))));

        var answer = await app.Client().Send(page, $"/dolacz/status/{secret}", "Wyślij odwołanie", new() { ["Appeal"] = "Odwołujemy się, bo to nieprawda." });

        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(DeclarationStatus.Refused, (await app.Declaration(nip)).Status);
    }

    [Fact]
    public async Task Two_who_decide_at_once_decide_once_and_numbers_are_given_once()
    {
        var (one, two) = (Declaring.Nip(), Declaring.Nip());
        await app.Client().Declare(one, "Pierwsza Naraz");
        await app.Client().Declare(two, "Druga Naraz");
        var (office, ids) = (await app.Office(), new[] { (await app.Declaration(one)).Id, (await app.Declaration(two)).Id });
        foreach (var id in ids)
            await office.Complete(id);
        var pages = await Task.WhenAll(ids.Concat(ids).Select(async id => (Id: id, Page: await (await office.GetAsync($"/biuro/deklaracje/{id}/przyjecie")).Page())));

        var answers = await Task.WhenAll(pages.Select(p => office.Send(p.Page, $"/biuro/deklaracje/{p.Id}/przyjecie", "Przyjmij firmę",
            new() { ["Form.ResolutionNumber"] = "47/2026", ["Form.ResolutionDate"] = "20.11.2026", ["Form.Since"] = "1.12.2026" })));

        Assert.All(answers, a => Assert.True((int)a.StatusCode < 500, $"{a.StatusCode}"));
        foreach (var id in ids)
            if ((await app.Db(db => db.Set<Declaration>().SingleAsync(d => d.Id == id))).Status != DeclarationStatus.Admitted)
                await office.Admit(id, "47/2026"); // whoever was told to try again does
        var members = await app.Db(db => db.Set<Member>().Where(m => m.Company.Nip == one || m.Company.Nip == two).ToListAsync());
        Assert.Equal((2, 2), (members.Count, members.Select(m => m.Number).Distinct().Count()));
    }

    [Fact]
    public async Task Whoever_decides_late_keeps_their_words_and_reads_which_resolution_was_first()
    {
        var nip = Declaring.Nip();
        await app.Client().Declare(nip, "Dwa Razy");
        var (office, id) = (await app.Office(), (await app.Declaration(nip)).Id);
        var late = await (await office.GetAsync($"/biuro/deklaracje/{id}/odmowa")).Page();
        await Refuse(office, id, "51/2026", "Brak wpisu do rejestru.");

        var answer = await office.Send(late, $"/biuro/deklaracje/{id}/odmowa", "Zapisz odmowę i wyślij list", new() { ["Form.ResolutionNumber"] = "52/2026", ["Form.ResolutionDate"] = "20.11.2026", ["Form.Reason"] = "Zły adres." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var shown = await answer.Page();
        Assert.Contains("51/2026", shown.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Zły adres.", shown.QuerySelector("#Form_Reason")!.TextContent.Trim());
        Assert.Equal($"/biuro/deklaracje/{id}", (await office.GetAsync($"/biuro/deklaracje/{id}/odmowa")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_office_copies_a_declaration_from_paper_the_same_way()
    {
        var (nip, office) = (Declaring.Nip(), await app.Office());
        await office.Fill("/biuro/deklaracje", "Zacznij", new() { ["Nip"] = nip });
        await office.Steps("Z Papieru", onScreen: false, email: "");
        var answer = await office.Press("/dolacz/wyslij", "Wyślij deklarację");

        var paper = await app.Declaration(nip);
        Assert.Equal($"/biuro/deklaracje/{paper.Id}", answer.Headers.Location!.ToString());
        Assert.NotNull(paper.EnteredBy);
        Assert.Empty(await app.Letters("declaration-received", paper.Id));
        await office.Complete(paper.Id);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Admit(paper.Id, "48/2026", "3.04.2017", new() { ["Form.Number"] = "650017" })).StatusCode);
        Assert.Equal((650_017, new DateOnly(2017, 4, 3)), ((await app.Declaration(nip)).Member!.Number, (await app.Declaration(nip)).Member!.Since));
    }

    [Fact]
    public async Task The_queue_costs_as_much_for_many_declarations_as_for_few()
    {
        var office = await app.Office();
        Task<int> Cost() => CommandCounter.Count(async () => Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/biuro/deklaracje")).StatusCode));
        await app.Client().Declare(Declaring.Nip(), "Jedna");
        var few = await Cost();
        for (var i = 0; i < 6; i++)
            await app.Client().Declare(Declaring.Nip(), "Kolejna");

        Assert.Equal(few, await Cost());
        Assert.InRange(few, 1, 8);
    }

    private static Task<HttpResponseMessage> Refuse(HttpClient office, int id, string resolution, string reason) => office.Fill($"/biuro/deklaracje/{id}/odmowa", "Zapisz odmowę i wyślij list",
        new() { ["Form.ResolutionNumber"] = resolution, ["Form.ResolutionDate"] = "20.11.2026", ["Form.Reason"] = reason });

    private Task<bool> IsMember(User person) => app.Db(db => db.Users.Where(u => u.Id == person.Id).Select(u => u.IsNordaMember).SingleAsync());

    /// <summary>150 zł a month and 300 zł for the entry, once for all tests.</summary>
    private Task Rates() => app.Db(async db =>
    {
        if (await db.Set<FeeRate>().AnyAsync(r => r.Scope == FeeScope.Global))
            return;
        db.Add(new FeeRate { Scope = FeeScope.Global, MonthlyAmount = 150, EntryFee = 300, Schedule = "", ValidFrom = new DateOnly(2020, 1, 1) });
        await db.SaveChangesAsync();
    });
}
