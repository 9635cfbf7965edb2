using CsCheck;
using Norda.Features.Fees.Statements;
using Norda.Features.Fees.Statements.Matching;

namespace Norda.Tests.Fees.Statements;

/// <summary>Points by the vectors of the reference, what forbids booking, and the numbers by which transfers are known.</summary>
public sealed class MatchingTests
{
    private const string AlfaNip = "5831014898";
    private const string OtherNip = "5260250995";
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Payer Alfa = new(123, "ALFA SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ", null, AlfaNip, [123], ["y"], [150, 150, 150]) { Monthly = 150 };

    [Theory]
    [InlineData("SKLADKA IX-XI NIP 583-101-48-98", "x", "ALFA SP. Z O.O.", "450", 100)]
    [InlineData("składka", "y", "Alfa sp z oo", "150", 95)]
    [InlineData("FV 12/2026", "z", "BETA S.A.", "150", 20)]
    [InlineData("składka 5260250995", "z", "ALFA sp. z o.o.", "150", 15)]
    public void Points_come_out_as_in_the_reference(string title, string account, string name, string amount, int points)
    {
        var transfer = Transfer(title, name, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), account);

        Assert.Equal(points, new Payers([Alfa], null, null, Today).Judge(transfer).Best?.Points ?? 20); // nothing but the sum: not even weighed
    }

    [Theory]
    [InlineData("SKLADKA IX-XI NIP 583-101-48-98", TransferState.Booked)]
    [InlineData("składka PL5831014898", TransferState.Booked)]
    [InlineData("składka NIP: 58 310 148 98", TransferState.Booked)]
    [InlineData("nb00123 2611 02", TransferState.Booked)]
    [InlineData("Składka NB00123/26 11/02 dziękuję", TransferState.Booked)]
    [InlineData("Składka NB00123/2611/03", TransferState.Booked)] // mistyped: nobody's number, but account, name and sum are enough
    [InlineData("składka członkowska FV 12/2026", TransferState.Proposed)]
    [InlineData("F/12/11/2026 NIP 5831014898", TransferState.Proposed)]
    [InlineData("bilety na galę NIP 5831014898", TransferState.Proposed)]
    [InlineData("składka NIP 5831014898 za NIP 5260250995", TransferState.Proposed)]
    [InlineData("składka NIP 5260250995", TransferState.Proposed)]
    [InlineData("składka za Beta Budowa", TransferState.Proposed)]
    [InlineData("przelew", TransferState.Booked)] // known account, name and a whole month
    public void Invoices_other_numbers_and_other_names_forbid_booking(string title, TransferState state)
    {
        var payers = new Payers([Alfa with { Accounts = ["y", "x"] }, new(7, "Beta Budowa s.c.", null, OtherNip, [7], [], [150])], null, "8567346215", Today);

        Assert.Equal(state, payers.Judge(Transfer(title, "ALFA SP. Z O.O.", 150, "x")).State);
    }

    [Fact]
    public void The_chambers_own_number_in_the_title_is_nobodys() =>
        Assert.Equal(TransferState.Booked, new Payers([Alfa], null, OtherNip, Today).Judge(Transfer($"składka NIP {AlfaNip} dla NIP {OtherNip}", "ALFA SP. Z O.O.", 150, "x")).State);

    [Fact]
    public void A_sum_that_fits_nothing_and_a_title_that_says_nothing_are_not_enough() =>
        Assert.Equal((TransferState.Proposed, Doubt.NoSign), Both(new Payers([Alfa], null, null, Today).Judge(Transfer($"przelew NIP {AlfaNip}", "ALFA SP. Z O.O.", 777, "x"))));

    [Fact]
    public void Two_firms_of_one_name_are_told_apart_by_a_person()
    {
        var payers = new Payers([Alfa with { Nip = null, Numbers = [] }, Alfa with { CompanyId = 9, Nip = null, Numbers = [] }], null, null, Today);

        Assert.Equal((TransferState.Proposed, Doubt.Rival), Both(payers.Judge(Transfer("składka", "ALFA SP. Z O.O.", 150, "y"))));
    }

    [Fact]
    public void Foreign_money_future_days_twins_and_reversals_wait()
    {
        var payers = new Payers([Alfa], null, null, Today);
        var sure = Transfer($"składka NIP {AlfaNip}", "ALFA SP. Z O.O.", 150, "y");

        Assert.Equal(TransferState.Booked, payers.Judge(sure).State);
        Assert.Equal([Doubt.Currency], payers.Judge(sure with { Currency = "EUR" }).Doubts);
        Assert.Equal([Doubt.Future], payers.Judge(sure with { BookedOn = Today.AddDays(1) }).Doubts);
        Assert.Equal([Doubt.Twin], payers.Judge(sure with { HasTwin = true }).Doubts);
        Assert.Equal(TransferState.Asked, payers.Judge(sure with { Amount = -150 }).State);
    }

    [Fact]
    public void What_is_paid_is_open_no_more()
    {
        var payers = new Payers([Alfa], null, null, Today);
        payers.Paid(123, 300);

        Assert.Contains((MatchReason.Months, 20), payers.Judge(Transfer("składka", "ALFA SP. Z O.O.", 150, "y")).Best!.Reasons);
        Assert.DoesNotContain(payers.Judge(Transfer("składka", "ALFA SP. Z O.O.", 450, "y")).Best!.Reasons, r => r.Reason is MatchReason.Months or MatchReason.AllOpen);
    }

    [Fact]
    public void The_members_own_account_is_enough()
    {
        const string Prefix = "10901014 0000 0712";
        var account = MemberAccount.Of(Prefix, 123)!;
        var payers = new Payers([Alfa], Prefix, null, Today);

        Assert.Equal(TransferState.Booked, payers.Judge(Transfer("wpłata", "JAN NOWAK", 150, "?") with { VirtualAccount = account }).State);
        Assert.Equal(TransferState.Booked, payers.Judge(Transfer("wpłata", "JAN NOWAK", 150, "?") with { VirtualAccount = "XX000000000123" }).State);
        Assert.Equal(TransferState.Asked, payers.Judge(Transfer("wpłata", "JAN NOWAK", 150, "?") with { VirtualAccount = "XX000000000124" }).State);
        Assert.Equal("80 1090 1014 0000 0712 0000 0123", MemberAccount.Display("80" + account[2..]));
    }

    [Fact]
    public void A_reference_is_read_back_and_a_mistyped_digit_is_nobodys() => Gen.Select(Gen.Int[1, 99_999], Gen.Int[2020, 2099], Gen.Int[1, 12], Gen.Int[0, 12], Gen.Int[1, 9]).Sample((member, year, month, place, shift) =>
    {
        var reference = MemberReference.Of(member, year, month);
        Assert.Equal([member], MemberReference.Find($"skladka {reference} dzieki"));
        var digits = reference.Select((c, i) => (c, i)).Where(p => char.IsAsciiDigit(p.c)).Select(p => p.i).ToList();
        var mistyped = reference.ToCharArray();
        mistyped[digits[place % digits.Count]] = (char)('0' + ((mistyped[digits[place % digits.Count]] - '0' + shift) % 10));
        Assert.Empty(MemberReference.Find(new string(mistyped)));
    });

    [Fact]
    public void References_of_the_specification_are_right()
    {
        Assert.Equal("NB00123/2611/02", MemberReference.Of(123, 2026, 11));
        Assert.Empty(MemberReference.Find("NB00124/2611/02"));
    }

    [Fact]
    public void An_account_number_of_a_member_holds_its_check_and_leads_back() => Gen.Select(Gen.Int[1, 9_999_999], Gen.Int[8, 17]).Sample((member, length) =>
    {
        var prefix = "1090101400000712345"[..length];
        var account = MemberAccount.Of(prefix, member)!;
        Assert.Equal(1, System.Numerics.BigInteger.Parse(account[2..] + "2521" + account[..2], System.Globalization.CultureInfo.InvariantCulture) % 97);
        Assert.Equal(member, MemberAccount.Member(prefix, account));
        Assert.Null(MemberAccount.Member("20901014", account));
    });

    [Fact]
    public void What_was_thought_is_read_back_as_it_was_written()
    {
        var verdict = new Payers([Alfa], null, null, Today).Judge(Transfer($"FV 1 NIP {AlfaNip}", "ALFA SP. Z O.O.", 150, "y"));
        var (reasons, doubts) = Verdict.Read(verdict.Written);

        Assert.Equal(verdict.Best!.Reasons, reasons);
        Assert.Equal(verdict.Doubts, doubts);
    }

    private static (TransferState, Doubt) Both(Verdict verdict) => (verdict.State, Assert.Single(verdict.Doubts));

    private static IncomingTransfer Transfer(string title, string name, decimal amount, string account) => new(new(2026, 11, 20), amount, "PLN", name, account, title, null);
}
