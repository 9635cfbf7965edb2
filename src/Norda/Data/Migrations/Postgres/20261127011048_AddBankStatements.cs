using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Norda.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddBankStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bank_csv_layouts",
                columns: table => new
                {
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    columns = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    changed_by = table.Column<int>(type: "integer", nullable: true),
                    changed_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_csv_layouts", x => x.fingerprint);
                    table.ForeignKey(
                        name: "fk_bank_csv_layouts_users_changed_by",
                        column: x => x.changed_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_statements",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    file_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    format = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    from_day = table.Column<DateOnly>(type: "date", nullable: true),
                    through_day = table.Column<DateOnly>(type: "date", nullable: true),
                    opening = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    closing = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    transfers = table.Column<int>(type: "integer", nullable: false),
                    incoming = table.Column<int>(type: "integer", nullable: false),
                    known = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    started_by = table.Column<int>(type: "integer", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    worked_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    undone_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    undone_by = table.Column<int>(type: "integer", nullable: true),
                    fault = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_bank_statements_users_started_by",
                        column: x => x.started_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_statements_users_undone_by",
                        column: x => x.undone_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payer_accounts",
                columns: table => new
                {
                    account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    transfer_id = table.Column<int>(type: "integer", nullable: true),
                    confirmed_by = table.Column<int>(type: "integer", nullable: true),
                    confirmed_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payer_accounts", x => new { x.account, x.company_id });
                    table.ForeignKey(
                        name: "fk_payer_accounts_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payer_accounts_users_confirmed_by",
                        column: x => x.confirmed_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_transfers",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    statement_id = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    likeness = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    payer_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    payer_account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    virtual_account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: true),
                    points = table.Column<int>(type: "integer", nullable: false),
                    reasons = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    is_automatic = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    decided_by = table.Column<int>(type: "integer", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_transfers", x => x.id);
                    table.ForeignKey(
                        name: "fk_bank_transfers_bank_statements_statement_id",
                        column: x => x.statement_id,
                        principalTable: "bank_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_transfers_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_transfers_users_decided_by",
                        column: x => x.decided_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_transfer_shares",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    transfer_id = table.Column<int>(type: "integer", nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: false),
                    wishes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    payment_id = table.Column<int>(type: "integer", nullable: true),
                    undone_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_transfer_shares", x => x.id);
                    table.CheckConstraint("share_is_positive", "amount > 0");
                    table.ForeignKey(
                        name: "fk_bank_transfer_shares_bank_transfers_transfer_id",
                        column: x => x.transfer_id,
                        principalTable: "bank_transfers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_transfer_shares_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_transfer_shares_fee_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "fee_payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_bank_csv_layouts_changed_by",
                table: "bank_csv_layouts",
                column: "changed_by");

            migrationBuilder.CreateIndex(
                name: "ix_bank_statements_file_hash",
                table: "bank_statements",
                column: "file_hash",
                unique: true,
                filter: "undone_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_bank_statements_started_by",
                table: "bank_statements",
                column: "started_by");

            migrationBuilder.CreateIndex(
                name: "ix_bank_statements_undone_by",
                table: "bank_statements",
                column: "undone_by");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfer_shares_company_id",
                table: "bank_transfer_shares",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfer_shares_payment_id",
                table: "bank_transfer_shares",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfer_shares_transfer_id",
                table: "bank_transfer_shares",
                column: "transfer_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfers_company_id",
                table: "bank_transfers",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfers_decided_by",
                table: "bank_transfers",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfers_key",
                table: "bank_transfers",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfers_likeness",
                table: "bank_transfers",
                column: "likeness");

            migrationBuilder.CreateIndex(
                name: "ix_bank_transfers_statement_id_state",
                table: "bank_transfers",
                columns: new[] { "statement_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_payer_accounts_company_id",
                table: "payer_accounts",
                column: "company_id");

            migrationBuilder.CreateIndex(
                name: "ix_payer_accounts_confirmed_by",
                table: "payer_accounts",
                column: "confirmed_by");

            migrationBuilder.CreateIndex(
                name: "ix_payer_accounts_transfer_id",
                table: "payer_accounts",
                column: "transfer_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bank_csv_layouts");

            migrationBuilder.DropTable(
                name: "bank_transfer_shares");

            migrationBuilder.DropTable(
                name: "payer_accounts");

            migrationBuilder.DropTable(
                name: "bank_transfers");

            migrationBuilder.DropTable(
                name: "bank_statements");
        }
    }
}
