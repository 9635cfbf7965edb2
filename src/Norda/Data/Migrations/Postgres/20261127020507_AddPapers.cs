using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Norda.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddPapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "file",
                table: "mail_outbox",
                type: "bytea",
                maxLength: 5000000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "file_name",
                table: "mail_outbox",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "member_cards",
                columns: table => new
                {
                    member_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_cards", x => x.member_id);
                    table.ForeignKey(
                        name: "fk_member_cards_memberships_member_id",
                        column: x => x.member_id,
                        principalTable: "memberships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_runs",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    with_interest = table.Column<bool>(type: "boolean", nullable: false),
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    firms = table.Column<List<int>>(type: "integer[]", nullable: false),
                    started_by = table.Column<int>(type: "integer", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    worked_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    done = table.Column<int>(type: "integer", nullable: false),
                    mailed = table.Column<int>(type: "integer", nullable: false),
                    to_print = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<int>(type: "integer", nullable: false),
                    fault = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_paper_runs_users_started_by",
                        column: x => x.started_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_series",
                columns: table => new
                {
                    series = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_series", x => new { x.series, x.year });
                });

            migrationBuilder.CreateTable(
                name: "papers",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    series = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    corrects_id = table.Column<int>(type: "integer", nullable: true),
                    occasion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    pay_by = table.Column<DateOnly>(type: "date", nullable: true),
                    amount = table.Column<decimal>(type: "numeric(10,2)", precision: 10, scale: 2, nullable: false),
                    content = table.Column<string>(type: "character varying(100000)", maxLength: 100000, nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    issued_by = table.Column<int>(type: "integer", nullable: true),
                    issued_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_papers", x => x.id);
                    table.ForeignKey(
                        name: "fk_papers_papers_corrects_id",
                        column: x => x.corrects_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_papers_users_issued_by",
                        column: x => x.issued_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminder_steps",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    days = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    with_interest = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder_steps", x => x.id);
                    table.CheckConstraint("reminder_days", "days BETWEEN -60 AND 180");
                });

            migrationBuilder.CreateTable(
                name: "noted_fees",
                columns: table => new
                {
                    fee_id = table.Column<int>(type: "integer", nullable: false),
                    paper_id = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_noted_fees", x => x.fee_id);
                    table.ForeignKey(
                        name: "fk_noted_fees_membership_fees_fee_id",
                        column: x => x.fee_id,
                        principalTable: "membership_fees",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_noted_fees_papers_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "paper_letters",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    company_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    occasion = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    paper_id = table.Column<int>(type: "integer", nullable: true),
                    run_id = table.Column<int>(type: "integer", nullable: true),
                    recipient = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false),
                    sent_by = table.Column<int>(type: "integer", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_letters", x => x.id);
                    table.ForeignKey(
                        name: "fk_paper_letters_paper_paper_id",
                        column: x => x.paper_id,
                        principalTable: "papers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_paper_letters_paper_run_run_id",
                        column: x => x.run_id,
                        principalTable: "paper_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_paper_letters_users_sent_by",
                        column: x => x.sent_by,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_member_cards_code",
                table: "member_cards",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_noted_fees_paper_id",
                table: "noted_fees",
                column: "paper_id");

            migrationBuilder.CreateIndex(
                name: "ix_paper_letters_company_id_occasion",
                table: "paper_letters",
                columns: new[] { "company_id", "occasion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_letters_paper_id",
                table: "paper_letters",
                column: "paper_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_letters_run_id",
                table: "paper_letters",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "ix_paper_letters_sent_by",
                table: "paper_letters",
                column: "sent_by");

            migrationBuilder.CreateIndex(
                name: "ix_paper_letters_sent_on",
                table: "paper_letters",
                column: "sent_on");

            migrationBuilder.CreateIndex(
                name: "ix_paper_runs_finished_at",
                table: "paper_runs",
                column: "finished_at");

            migrationBuilder.CreateIndex(
                name: "ix_paper_runs_key",
                table: "paper_runs",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_paper_runs_started_by",
                table: "paper_runs",
                column: "started_by");

            migrationBuilder.CreateIndex(
                name: "ix_papers_company_id_occasion",
                table: "papers",
                columns: new[] { "company_id", "occasion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_corrects_id",
                table: "papers",
                column: "corrects_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_papers_issued_by",
                table: "papers",
                column: "issued_by");

            migrationBuilder.CreateIndex(
                name: "ix_papers_issued_on",
                table: "papers",
                column: "issued_on");

            migrationBuilder.CreateIndex(
                name: "ix_papers_series_year_number",
                table: "papers",
                columns: new[] { "series", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reminder_steps_days",
                table: "reminder_steps",
                column: "days",
                unique: true);

            migrationBuilder.MakeAppendOnly("papers");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.MakeChangeable("papers");

            migrationBuilder.DropTable(
                name: "member_cards");

            migrationBuilder.DropTable(
                name: "noted_fees");

            migrationBuilder.DropTable(
                name: "paper_letters");

            migrationBuilder.DropTable(
                name: "paper_series");

            migrationBuilder.DropTable(
                name: "reminder_steps");

            migrationBuilder.DropTable(
                name: "papers");

            migrationBuilder.DropTable(
                name: "paper_runs");

            migrationBuilder.DropColumn(
                name: "file",
                table: "mail_outbox");

            migrationBuilder.DropColumn(
                name: "file_name",
                table: "mail_outbox");
        }
    }
}
