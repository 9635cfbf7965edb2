using Norda.Data;
namespace Norda.Features.Fees.Statements;

internal static class StatementsModule
{
    public static void AddStatements(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ImportStatement>().AddScoped<ExplainColumns>();
        builder.Services.AddScoped<ReadPayers>().AddScoped<MatchTransfers>().AddScoped<SettleShares>();
        builder.Services.AddScoped<AcceptTransfer>().AddScoped<IgnoreTransfer>().AddScoped<UndoTransfer>().AddScoped<UndoStatement>();
        builder.Services.AddScoped<LastStatement>();
        builder.Services.AddSingleton(LastStatement.Stop);
        builder.Services.AddSingleton(StatementNotices.Read);
        builder.Services.AddRunner<WorkStatements>();
    }
}
